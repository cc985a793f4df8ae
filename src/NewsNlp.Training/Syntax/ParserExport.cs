using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Syntax;

namespace NewsNlp.Training.Syntax;

/// <summary>Rounds a trained network to whole numbers, as <see cref="ParserModel"/> wants them.</summary>
internal static class ParserExport
{
    public static ModelFile Make(NetworkSize size, Vocabulary vocabulary, TokenEncoder encoder, StateScorer scorer)
    {
        ModelFile file = new(ParserModel.Name);
        file.Set<int>("size", [size.Word, size.Token, size.Hidden, size.Layers]);
        file.Set<uint>("words", vocabulary.Hashes.ToArray());
        WholeNumbers.SetBytes(file, "vectors", encoder.Words.Span, NetworkNumbers.BytePlaces);
        WholeNumbers.SetBytes(file, "endings", encoder.Endings.Span, NetworkNumbers.BytePlaces);
        WholeNumbers.SetBytes(file, "tags", encoder.Tags.Span, NetworkNumbers.BytePlaces);
        WholeNumbers.SetBytes(file, "parts", encoder.Parts.Span, NetworkNumbers.BytePlaces);
        WholeNumbers.SetBytes(file, "kinds", encoder.Kinds.Span, NetworkNumbers.BytePlaces);
        WholeNumbers.SetBytes(file, "doubts", encoder.Doubts.Span, NetworkNumbers.BytePlaces);
        for (int i = 0; i < size.Layers; i++)
        {
            WholeNumbers.SetBytes(file, $"layer.{i}", encoder.Layers[i].Weights.Span, NetworkNumbers.WeightPlaces);
            WholeNumbers.SetShorts(file, $"layer.{i}.bias", encoder.Layers[i].Bias.Span, NetworkNumbers.ProductPlaces);
        }
        WholeNumbers.SetBytes(file, "roles", SideBySide(encoder.RoleWeights.Span, size), NetworkNumbers.WeightPlaces);
        WholeNumbers.SetShorts(file, "roles.tags", encoder.RoleTags.Span, ParserModel.HiddenPlaces);
        WholeNumbers.SetShorts(file, "roles.none", scorer.NoWord.Span, ParserModel.HiddenPlaces);
        WholeNumbers.SetShorts(file, "relations", scorer.Relations.Span, ParserModel.HiddenPlaces);
        WholeNumbers.SetShorts(file, "facts", scorer.Facts.Span, ParserModel.HiddenPlaces);
        SetOutput(file, "moves", scorer, StateScorer.MovesAt, ParserNetwork.MoveOutputs, size.Hidden);
        SetOutput(file, "left", scorer, StateScorer.LeftAt, ParserNetwork.RelationOutputs, size.Hidden);
        SetOutput(file, "right", scorer, StateScorer.RightAt, ParserNetwork.RelationOutputs, size.Hidden);
        return file;
    }

    // Training has one matrix after another; the run-time matrix has their columns side by side.
    private static float[] SideBySide(ReadOnlySpan<float> roles, NetworkSize size)
    {
        float[] all = new float[roles.Length];
        for (int role = 0; role < StateFeatures.Roles; role++)
            for (int k = 0; k < size.Token; k++)
                roles.Slice(size.ColumnOf(role) * size.Token + k * size.WidthOf(role), size.WidthOf(role)).CopyTo(all.AsSpan(k * size.AllRoles + size.ColumnOf(role)));
        return all;
    }

    // Training has one output a row; the run-time matrix has one a column.
    private static void SetOutput(ModelFile file, string section, StateScorer scorer, int firstOutput, int outputs, int hidden)
    {
        ReadOnlySpan<float> rows = scorer.Output.Span[(firstOutput * hidden)..];
        float[] columns = new float[hidden * outputs];
        for (int column = 0; column < outputs; column++)
            for (int k = 0; k < hidden; k++) columns[k * outputs + column] = rows[column * hidden + k];
        WholeNumbers.SetBytes(file, section, columns, NetworkNumbers.WeightPlaces);
        WholeNumbers.SetInts(file, section + ".bias", scorer.OutputBias.Span.Slice(firstOutput, outputs), NetworkNumbers.ProductPlaces);
    }
}
