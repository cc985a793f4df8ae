using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace NewsNlp.Models;

/// <summary>
/// A model file: named sections of raw little-endian bytes. Layout: magic <c>NNLP</c>, format version (int32), model name, number of
/// sections, for each its name and bytes (all lengths int32, names UTF-8), and at the end the SHA-256 of everything before it.
/// </summary>
/// <remarks>Nothing of a file is trusted before magic, version and checksum are right; each length is checked against what is left.</remarks>
internal sealed class ModelFile
{
    public const int Version = 1;

    private const int MaxBytes = 256 << 20;
    private static readonly byte[] Magic = "NNLP"u8.ToArray();

    private readonly SortedDictionary<string, byte[]> _sections = new(StringComparer.Ordinal);

    public ModelFile(string name) => Name = name;

    public string Name { get; }

    /// <summary>True where the model has the section.</summary>
    public bool Has(string section) => _sections.ContainsKey(section);

    /// <summary>The bytes of a section.</summary>
    /// <exception cref="InvalidModelException">The model has no such section.</exception>
    public ReadOnlySpan<byte> Bytes(string section) =>
        _sections.TryGetValue(section, out byte[]? bytes) ? bytes : throw Error(Name, $"section '{section}' is missing");

    /// <summary>A copy of a section as numbers of type <typeparamref name="T"/>.</summary>
    /// <exception cref="InvalidModelException">The section is missing or its length is no multiple of the number's size.</exception>
    public unsafe T[] Array<T>(string section) where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = Bytes(section);
        if (bytes.Length % sizeof(T) != 0) throw Error(Name, $"section '{section}' has a broken length");
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    /// <summary>As <see cref="Array{T}(string)"/>, for a section that must hold exactly <paramref name="count"/> numbers.</summary>
    public T[] Array<T>(string section, int count) where T : unmanaged
    {
        T[] array = Array<T>(section);
        return array.Length == count ? array : throw Error(Name, $"section '{section}' holds {array.Length} items instead of {count}");
    }

    /// <summary>A section as lines of text.</summary>
    public string[] Lines(string section) => Encoding.UTF8.GetString(Bytes(section)).Split('\n');

    public void Set<T>(string section, ReadOnlySpan<T> values) where T : unmanaged => _sections[section] = MemoryMarshal.AsBytes(values).ToArray();

    public void SetLines(string section, IEnumerable<string> lines) => _sections[section] = Encoding.UTF8.GetBytes(string.Join('\n', lines));

    public void Write(Stream stream)
    {
        using MemoryStream body = new();
        using (BinaryWriter writer = new(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            WriteBlob(writer, Encoding.UTF8.GetBytes(Name));
            writer.Write(_sections.Count);
            foreach ((string name, byte[] bytes) in _sections)
            {
                WriteBlob(writer, Encoding.UTF8.GetBytes(name));
                WriteBlob(writer, bytes);
            }
        }
        byte[] all = body.ToArray();
        stream.Write(all);
        stream.Write(SHA256.HashData(all));
    }

    /// <exception cref="InvalidModelException">The file is not a model, is damaged, is of another version or holds another model.</exception>
    public static ModelFile Read(string name, Stream stream)
    {
        byte[] all = ReadAll(name, stream);
        if (all.Length < Magic.Length + 4 + SHA256.HashSizeInBytes || !all.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw Error(name, "it is not a NewsNlp model file");
        int version = BinaryPrimitives.ReadInt32LittleEndian(all.AsSpan(Magic.Length));
        if (version != Version) throw Error(name, $"its format is version {version}, this library reads version {Version}");
        ReadOnlySpan<byte> body = all.AsSpan(0, all.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(all.AsSpan(body.Length))) throw Error(name, "its checksum is wrong: the file is damaged");
        return ReadSections(name, body[(Magic.Length + 4)..]);
    }

    public static InvalidModelException Error(string name, string what) =>
        new($"Model '{name}' cannot be used: {what}. Take the file from the same release as the library, or train it again.");

    private static ModelFile ReadSections(string name, ReadOnlySpan<byte> body)
    {
        string written = Encoding.UTF8.GetString(ReadBlob(name, ref body));
        if (written != name) throw Error(name, $"the file holds model '{written}'");
        ModelFile file = new(name);
        int count = ReadInt(name, ref body);
        for (int i = 0; i < count; i++)
        {
            string section = Encoding.UTF8.GetString(ReadBlob(name, ref body));
            file._sections[section] = ReadBlob(name, ref body).ToArray();
        }
        if (!body.IsEmpty) throw Error(name, "it has bytes behind its last section");
        return file;
    }

    private static byte[] ReadAll(string name, Stream stream)
    {
        using MemoryStream copy = new();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (copy.Length + read > MaxBytes) throw Error(name, $"it is larger than {MaxBytes >> 20} MiB");
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }

    private static ReadOnlySpan<byte> ReadBlob(string name, ref ReadOnlySpan<byte> body)
    {
        int length = ReadInt(name, ref body);
        if (length < 0 || length > body.Length) throw Error(name, "a length reaches past its end");
        ReadOnlySpan<byte> blob = body[..length];
        body = body[length..];
        return blob;
    }

    private static int ReadInt(string name, ref ReadOnlySpan<byte> body)
    {
        if (body.Length < 4) throw Error(name, "it ends too soon");
        int value = BinaryPrimitives.ReadInt32LittleEndian(body);
        body = body[4..];
        return value;
    }

    private static void WriteBlob(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
