namespace NewsNlp.Learning;

/// <summary>
/// Takes the features of a token. Extraction writes to a sink, so that training (which keeps the features) and run time (which adds up
/// their weights) run the very same code.
/// </summary>
internal interface IFeatureSink
{
    void Add(uint feature);
}
