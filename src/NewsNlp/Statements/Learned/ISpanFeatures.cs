using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>The features by which the first word, the last word and the pair of them are scored.</summary>
internal interface ISpanFeatures
{
    /// <summary>Section of the model file that holds the weights.</summary>
    static abstract string Section { get; }

    /// <summary>The weights are found by so many bits of a feature.</summary>
    static abstract int Bits { get; }

    static abstract bool MayPair(SpanContext context, int first, int last);

    static abstract void First<TSink>(SpanContext context, int word, ref TSink sink) where TSink : IFeatureSink, allows ref struct;

    static abstract void Last<TSink>(SpanContext context, int word, ref TSink sink) where TSink : IFeatureSink, allows ref struct;

    static abstract void Pair<TSink>(SpanContext context, int first, int last, ref TSink sink) where TSink : IFeatureSink, allows ref struct;

    /// <summary>What the layer sees of the pair: little of it is about words, so that units learn what goes together.</summary>
    static abstract void Together<TSink>(SpanContext context, int first, int last, ref TSink sink) where TSink : IFeatureSink, allows ref struct;

    static abstract void None<TSink>(SpanContext context, ref TSink sink) where TSink : IFeatureSink, allows ref struct;
}
