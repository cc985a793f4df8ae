using System.Runtime.InteropServices;

namespace NewsNlp.Training.Learning;

/// <summary>Numbers at a fixed, aligned place, so that kernels can take pointers to them; zero at first. Lives as long as the training.</summary>
internal sealed unsafe class FloatBuffer
{
    public FloatBuffer(int count)
    {
        Count = count;
        At = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), 64);
        Clear();
    }

    public int Count { get; }

    public float* At { get; }

    public Span<float> Span => new(At, Count);

    public void Clear() => Span.Clear();
}
