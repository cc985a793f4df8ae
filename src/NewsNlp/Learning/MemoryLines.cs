using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Learning;

/// <summary>Lines of memory, the 64 bytes that a processor fetches at once: what lies on few of them is waited for less.</summary>
internal static class MemoryLines
{
    public const int Bytes = 64;

    /// <summary>An array that does not move, and in <paramref name="first"/> where its first whole line begins: <paramref name="length"/> elements from there are free.</summary>
    public static T[] Allocate<T>(int length, out int first) where T : unmanaged
    {
        T[] array = GC.AllocateArray<T>(length + Bytes / Unsafe.SizeOf<T>(), pinned: true);
        first = FirstAligned(array);
        return array;
    }

    // A hint that may come too late or name memory that has moved: it never changes an answer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref T item)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref item));
    }

    /// <summary>Has fetched the object that <paramref name="item"/> refers to, if any: a hint as well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void PrefetchObject<T>(ref T? item) where T : class
    {
        if (Sse.IsSupported) Sse.Prefetch0((void*)Unsafe.As<T?, nint>(ref item));
    }

    private static unsafe int FirstAligned<T>(T[] pinned) where T : unmanaged =>
        (int)(-(nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)) & (Bytes - 1)) / Unsafe.SizeOf<T>();
}
