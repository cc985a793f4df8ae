namespace NewsNlp;

/// <summary>HTML input.</summary>
public static class HtmlText
{
}
