using NewsNlp.Models;

namespace NewsNlp.Training.Syntax;

/// <summary>Writes numbers to a model file as whole numbers with so many binary places; what does not fit into a byte or a short is cut.</summary>
internal static class WholeNumbers
{
    public static void SetBytes(ModelFile file, string section, ReadOnlySpan<float> values, int places)
    {
        sbyte[] bytes = new sbyte[values.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Clamp(MathF.Round(values[i] * (1 << places)), -127, 127);
        file.Set<sbyte>(section, bytes);
    }

    public static void SetShorts(ModelFile file, string section, ReadOnlySpan<float> values, int places)
    {
        short[] shorts = new short[values.Length];
        for (int i = 0; i < shorts.Length; i++) shorts[i] = (short)Math.Clamp(MathF.Round(values[i] * (1 << places)), -32767, 32767);
        file.Set<short>(section, shorts);
    }

    public static void SetInts(ModelFile file, string section, ReadOnlySpan<float> values, int places)
    {
        int[] ints = new int[values.Length];
        for (int i = 0; i < ints.Length; i++) ints[i] = (int)MathF.Round(values[i] * (1 << places));
        file.Set<int>(section, ints);
    }
}
