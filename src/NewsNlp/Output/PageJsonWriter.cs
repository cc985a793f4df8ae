using System.Globalization;
using Newtonsoft.Json;

namespace NewsNlp.Output;

/// <summary>Writes one page property by property: the layout of the contract, top down.</summary>
internal sealed class PageJsonWriter(JsonTextWriter json, NewsPage page, NewsJsonOptions options)
{
    public void Write()
    {
        json.WriteStartObject();
        json.WritePropertyName("version");
        json.WriteValue(1);
        if (options.Id is not null) Property("id", options.Id);
        List("articles", page.Articles, WriteArticle);
        json.WriteEndObject();
    }

    private void WriteArticle(NewsDocument article)
    {
        Offsets(article.Span);
        SpanObject("headline", article.Headline);
        WriteDateline(article.Dateline);
        WriteByline(article.Byline);
        Property("published", article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        List("sentences", article.Sentences, sentence => Offsets(sentence.Span));
        if (options.Tokens) List("tokens", article.Tokens, WriteToken);
        List("entities", article.Entities, WriteEntity);
        List("quantities", article.Quantities, WriteQuantity);
        List("dates", article.Dates, WriteDate);
        List("statements", article.Statements, WriteStatement);
        List("claims", Array.Empty<NewsDocument>(), WriteArticle);
    }

    private void WriteDateline(Dateline? dateline)
    {
        if (dateline is not { } found) return;
        json.WritePropertyName("dateline");
        json.WriteStartObject();
        if (found.Place is { } place) Slice(place);
        Property("agency", found.Agency);
        json.WriteEndObject();
    }

    private void WriteByline(Byline? byline)
    {
        if (byline is null) return;
        json.WritePropertyName("byline");
        json.WriteStartObject();
        Slice(byline.Span);
        List("authors", byline.Authors, Slice);
        json.WriteEndObject();
    }

    private void WriteToken(Token token)
    {
        Slice(token.Span);
        Property("lemma", token.Lemma);
        Property("pos", token.Pos == PartOfSpeech.None ? null : token.Pos.ToUpos());
        Property("tag", token.Tag);
        if (token.Relation is null) return;
        Property("head", token.Head);
        Property("relation", token.Relation);
    }

    private void WriteEntity(Entity entity)
    {
        Property("id", entity.Id);
        Property("type", entity.Type.ToLabel());
        Property("name", entity.Name);
        json.WritePropertyName("roles");
        json.WriteStartArray();
        foreach (string role in entity.Roles) JsonText.WriteValue(json, role);
        json.WriteEndArray();
        List("mentions", entity.Mentions, WriteMention);
    }

    private void WriteMention(Mention mention)
    {
        Slice(mention.Span);
        Property("form", JsonNames.Of(mention.Form));
    }

    private void WriteQuantity(Quantity quantity)
    {
        Slice(quantity.Span);
        Property("type", JsonNames.Of(quantity.Type));
        Number("value", quantity.Value);
        Number("upper", quantity.Upper);
        Property("unit", quantity.Unit);
        Property("modifier", JsonNames.Of(quantity.Modifier));
        if (quantity.Per is not null) Property("per", quantity.Per);
        if (quantity.Magnitude is not null) Number("magnitude", quantity.Magnitude);
        if (quantity.Phrase != quantity.Span) SpanObject("phrase", quantity.Phrase);
    }

    private void WriteDate(DateExpression date)
    {
        Slice(date.Span);
        Property("type", JsonNames.Of(date.Type));
        Property("value", date.Value);
        Property("upper", date.Upper);
    }

    private void WriteStatement(Statement statement)
    {
        Property("id", statement.Id);
        Property("form", JsonNames.Of(statement.Form));
        List("content", statement.Content, Slice);
        List("quotes", statement.Quotes, Slice);
        WriteSpeaker("speaker", statement.Speaker);
        WriteCue(statement.Cue);
        Property("stance", JsonNames.Of(statement.Stance));
        json.WritePropertyName("negated");
        json.WriteValue(statement.Negated);
        WriteSpeaker("addressee", statement.Addressee);
        Number("confidence", Math.Round(statement.Confidence, 3));
    }

    private void WriteSpeaker(string name, Speaker? speaker)
    {
        json.WritePropertyName(name);
        if (speaker is null)
        {
            json.WriteNull();
            return;
        }
        json.WriteStartObject();
        if (speaker.Span is { } span) Slice(span);
        json.WritePropertyName("entity");
        json.WriteValue(speaker.Entity);
        Property("name", speaker.Name);
        json.WriteEndObject();
    }

    private void WriteCue(Cue? cue)
    {
        json.WritePropertyName("cue");
        if (cue is not { } found)
        {
            json.WriteNull();
            return;
        }
        json.WriteStartObject();
        Slice(found.Span);
        Property("lemma", found.Lemma);
        json.WriteEndObject();
    }

    private void List<T>(string name, IReadOnlyList<T> items, Action<T> writeItem)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (T item in items)
        {
            json.WriteStartObject();
            writeItem(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void SpanObject(string name, TextSpan? span)
    {
        if (span is not { } found) return;
        json.WritePropertyName(name);
        json.WriteStartObject();
        Slice(found);
        json.WriteEndObject();
    }

    private void Slice(TextSpan span)
    {
        Offsets(span);
        Property("text", Given(span).In(options.Alignment?.Source ?? page.Text));
    }

    private void Offsets(TextSpan span)
    {
        TextSpan given = Given(span);
        Property("start", given.Start);
        Property("end", given.End);
    }

    // In the caller's own string.
    private TextSpan Given(TextSpan span) => options.Alignment?.ToSource(span) ?? span;

    private void Property(string name, int value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private void Property(string name, string? value)
    {
        json.WritePropertyName(name);
        JsonText.WriteValue(json, value);
    }

    // Whole numbers are written without a fraction as far as a double holds them exactly: 350000000, not 350000000.0.
    private void Number(string name, double? value)
    {
        json.WritePropertyName(name);
        if (value is not { } number || !double.IsFinite(number)) json.WriteNull();
        else if (Math.Abs(number) < 1L << 53 && Math.Truncate(number) == number) json.WriteValue((long)number);
        else json.WriteValue(number);
    }
}
