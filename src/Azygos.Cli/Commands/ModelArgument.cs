using System.CommandLine;
using System.CommandLine.Parsing;
using Azygos.Files.Faults;

namespace Azygos.Cli.Commands;

/// <summary>The argument MODEL.</summary>
internal static class ModelArgument
{
    public const string Name = "MODEL";

    /// <summary>Refuses a misspelt option, which would else be taken for a model.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (string token in result.Tokens.Select(token => token.Value).Where(token => token.StartsWith('-')))
        {
            IEnumerable<string> known = result.Parent is CommandResult { Command: var command }
                ? command.Options.Select(o => o.Name) : [];
            result.AddError($"{token}: is not an option{Nearest.Suggestion(token, known)}");
        }
    });

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
        RefuseOptions(argument);
        return argument;
    }
}
