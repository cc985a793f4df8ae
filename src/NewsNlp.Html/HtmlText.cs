namespace NewsNlp;

internal static class HtmlText
{
}
