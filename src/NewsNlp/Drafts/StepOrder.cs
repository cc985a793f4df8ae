namespace NewsNlp.Drafts;

/// <summary>Checks that each step finds the layers it requires.</summary>
internal static class StepOrder
{
    /// <summary>All layers that the steps provide together.</summary>
    /// <exception cref="InvalidOperationException">The order cannot work.</exception>
    public static Layers Check(IReadOnlyList<StepRecipe> recipes)
    {
        Layers present = Layers.None;
        for (int i = 0; i < recipes.Count; i++)
        {
            StepRecipe recipe = recipes[i];
            Layers missing = recipe.Requires & ~present;
            if (missing != Layers.None) throw new InvalidOperationException(MissingMessage(recipe, missing, recipes, i));
            if ((recipe.Provides & present) != Layers.None)
                throw new InvalidOperationException($"{recipe.Name} is called twice: {recipe.Provides} is there already. Remove one of the calls.");
            present |= recipe.Provides;
        }
        return present;
    }

    private static string MissingMessage(StepRecipe recipe, Layers missing, IReadOnlyList<StepRecipe> recipes, int at)
    {
        string? later = recipes.Skip(at + 1).FirstOrDefault(r => (r.Provides & missing) != Layers.None)?.Name;
        string fix = later is null
            ? $"Call {string.Join(" and ", missing.ToString().Split(", ").Select(layer => "Add" + layer))} before {recipe.Name}."
            : $"Move {later} before {recipe.Name}.";
        return $"{recipe.Name} requires the layers {recipe.Requires}, but {missing} is not there when it runs. {fix}";
    }
}
