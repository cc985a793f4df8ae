using PublicApiGenerator;
using Xunit;

namespace NewsNlp.Tests.PublicApi;

/// <summary>The public surface is a reviewed file: a change to it shows in the difference of that file.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("NewsNlp")]
    [InlineData("NewsNlp.Html")]
    public void Surface_is_the_approved_one(string package)
    {
        ApiGeneratorOptions options = new() { IncludeAssemblyAttributes = false };
        string actual = System.Reflection.Assembly.Load(package == "NewsNlp" ? "NewsNlp.Core" : package).GeneratePublicApi(options).ReplaceLineEndings("\n");
        string approved = Path.Combine(AppContext.BaseDirectory, "PublicApi", package + ".approved.txt");
        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (actual == expected) return;
        string received = Path.Combine(AppContext.BaseDirectory, "PublicApi", package + ".received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"The public API of {package} changed. Look at {received}; if the change is meant, copy it over PublicApi/{package}.approved.txt.");
    }
}
