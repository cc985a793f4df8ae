using CsCheck;
using NewsNlp.Models;
using Xunit;

namespace NewsNlp.Tests.Models;

public sealed class ModelFileTests
{
    private static byte[] Written()
    {
        ModelFile model = new("sample");
        model.Set<short>("weights", [1, -2, 3]);
        model.SetLines("labels", ["A", "B"]);
        using MemoryStream stream = new();
        model.Write(stream);
        return stream.ToArray();
    }

    private static ModelFile Read(byte[] bytes, string name = "sample") => ModelFile.Read(name, new MemoryStream(bytes));

    [Fact]
    public void What_is_written_is_read()
    {
        ModelFile model = Read(Written());
        Assert.Equal<short>([1, -2, 3], model.Array<short>("weights", 3));
        Assert.Equal(["A", "B"], model.Lines("labels"));
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes() => Assert.Equal(Written(), Written());

    [Fact]
    public void Every_flipped_bit_is_noticed() => Gen.Select(Gen.Int[0, Written().Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
    {
        byte[] bytes = Written();
        bytes[at] ^= (byte)(1 << bit);
        Assert.Throws<InvalidModelException>(() => Read(bytes));
    });

    [Fact]
    public void Every_cut_file_is_noticed()
    {
        byte[] bytes = Written();
        for (int length = 0; length < bytes.Length; length++) Assert.Throws<InvalidModelException>(() => Read(bytes[..length]));
    }

    [Fact]
    public void Another_models_file_is_refused_by_name()
    {
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => Read(Written(), "tags"));
        Assert.Contains("holds model 'sample'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_section_and_a_wrong_count_are_named()
    {
        ModelFile model = Read(Written());
        Assert.Contains("'bias'", Assert.Throws<InvalidModelException>(() => model.Bytes("bias").Length).Message, StringComparison.Ordinal);
        Assert.Contains("3 items instead of 4", Assert.Throws<InvalidModelException>(() => model.Array<short>("weights", 4)).Message, StringComparison.Ordinal);
        Assert.Contains("broken length", Assert.Throws<InvalidModelException>(() => model.Array<long>("weights")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_nowhere_is_named_with_the_fix()
    {
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => ModelSource.FromStreams(_ => null).Load("nonesuch"));
        Assert.Contains("'nonesuch'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains("/no/such/folder", Assert.Throws<DirectoryNotFoundException>(() => ModelSource.FromFolder("/no/such/folder")).Message, StringComparison.Ordinal);
}
