using System.IO.Compression;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>Large sections of a model file, compressed: weights are mostly small numbers and pack to a half or a third.</summary>
internal static class PackedBytes
{
    public static void Pack(ModelFile file, string section, ReadOnlySpan<byte> bytes)
    {
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 16];
        if (!BrotliEncoder.TryCompress(bytes, packed, out int written, quality: 9, window: 22))
            throw new InvalidOperationException("The section could not be compressed.");
        file.Set<byte>(section, packed.AsSpan(0, written));
    }

    /// <exception cref="InvalidModelException">The section is missing or does not unpack to exactly <paramref name="length"/> bytes.</exception>
    public static byte[] Unpack(ModelFile file, string section, long length)
    {
        if (length > 1 << 28) throw ModelFile.Error(file.Name, $"section '{section}' claims {length} bytes");
        byte[] bytes = new byte[length];
        // BrotliDecoder wants a destination even for nothing.
        if (length == 0) return bytes;
        if (!BrotliDecoder.TryDecompress(file.Bytes(section), bytes, out int written) || written != length)
            throw ModelFile.Error(file.Name, $"section '{section}' does not unpack to {length} bytes");
        return bytes;
    }
}
