namespace NewsNlp;

/// <summary>Where a pipeline's models come from. A model is a file <c>NAME.bin</c>; <c>models/README.md</c> lists the names.</summary>
public abstract class ModelSource
{
    private ModelSource()
    {
    }

    /// <summary>The English models inside the package.</summary>
    public static ModelSource Embedded { get; } = new EmbeddedSource();

    /// <summary>The files of a folder; a model that is not there is taken from the package.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ModelSource FromFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path)) throw new DirectoryNotFoundException($"There is no folder of models at '{path}'.");
        return new FolderSource(path);
    }

    /// <summary>Streams that <paramref name="open"/> gives for a model's name; a model for which it gives null is taken from the package.</summary>
    public static ModelSource FromStreams(Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new StreamSource(open);
    }

    internal abstract Stream? Open(string name);

    /// <summary>The checked sections of model <paramref name="name"/>.</summary>
    /// <exception cref="InvalidModelException">It is missing, damaged or of another version.</exception>
    internal Models.ModelFile Load(string name)
    {
        using Stream? stream = Open(name) ?? Embedded.Open(name);
        if (stream is null)
            throw new InvalidModelException($"There is no model '{name}'. Train it with src/NewsNlp.Training, or leave the step out that needs it.");
        return Models.ModelFile.Read(name, stream);
    }

    private sealed class EmbeddedSource : ModelSource
    {
        internal override Stream? Open(string name) => typeof(ModelSource).Assembly.GetManifestResourceStream($"models/en/{name}.bin");
    }

    private sealed class FolderSource(string path) : ModelSource
    {
        internal override Stream? Open(string name)
        {
            string file = Path.Combine(path, name + ".bin");
            return File.Exists(file) ? File.OpenRead(file) : null;
        }
    }

    private sealed class StreamSource(Func<string, Stream?> open) : ModelSource
    {
        internal override Stream? Open(string name) => open(name);
    }
}
