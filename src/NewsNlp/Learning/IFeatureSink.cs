namespace NewsNlp.Learning;

/// <summary>
/// Takes the features of a token. Extraction writes to a sink, so that training (which keeps the features) and run time (which adds up
/// their weights) run the very same code.
/// </summary>
/// <remarks>
/// Who adds many features does so to a copy of the sink and hands that back: a local stays in registers, while what a reference leads to
/// is written to memory and read again with every feature.
/// </remarks>
internal interface IFeatureSink
{
    void Add(uint feature);
}
