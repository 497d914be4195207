using System.CommandLine;

namespace Azygos.Cli.Commands;

/// <summary>The argument MODEL.</summary>
internal static class ModelArgument
{
    public const string Name = "MODEL";

    /// <summary>The argument, optional when it has a default.</summary>
    /// <param name="meaning">What the model is for.</param>
    /// <param name="fallback">Model when none is given; null: the argument is needed.</param>
    public static Argument<string> Create(string meaning, string? fallback)
    {
        Argument<string> argument = new(Name)
        {
            Description = $"{meaning}: a name from 'azygos models', or the path of a model folder.",
        };
        if (fallback is not null)
        {
            argument.DefaultValueFactory = _ => fallback;
        }
        return argument;
    }
}
