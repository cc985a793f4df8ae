namespace NewsNlp;

/// <summary>A model is missing, damaged or made for another version of the library. The message names the model and the fix.</summary>
public sealed class InvalidModelException : Exception
{
    /// <summary>An error without a message of its own.</summary>
    public InvalidModelException() : base("The model cannot be used.")
    {
    }

    /// <summary>An error with a message that names the model and the fix.</summary>
    public InvalidModelException(string message) : base(message)
    {
    }

    /// <summary>An error with a message and the exception that caused it.</summary>
    public InvalidModelException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
