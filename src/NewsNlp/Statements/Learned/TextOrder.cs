namespace NewsNlp.Statements.Learned;

/// <summary>Searches lists whose items stand in the order of the text.</summary>
internal static class TextOrder
{
    /// <summary>The number of the first item whose place is <paramref name="least"/> or more; of items where there is none.</summary>
    /// <param name="placeOf">Never falls from item to item.</param>
    public static int FirstFrom<T>(List<T> items, int least, Func<T, int> placeOf)
    {
        int low = 0, high = items.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (placeOf(items[middle]) < least) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
