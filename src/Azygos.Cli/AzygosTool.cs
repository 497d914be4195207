using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Azygos.Cli.Commands;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.Runs;

namespace Azygos.Cli;

/// <summary>The command line put together: commands, help, version, and how what goes wrong is told.</summary>
internal static class AzygosTool
{
    /// <summary>Time that a run has to end after Ctrl-C; chosen, several time steps of the largest model.</summary>
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(10);

    /// <summary>Runs one command line; the exit code.</summary>
    /// <param name="arguments">Arguments after the program's name.</param>
    /// <param name="door">What the command may touch.</param>
    /// <param name="cancellation">Ends a run, as Ctrl-C does.</param>
    public static async Task<int> RunAsync(string[] arguments, Door door, CancellationToken cancellation = default)
    {
        try
        {
            // Arguments that begin with @ are values like any other, not files of arguments.
            string[] asked = arguments.Length == 0 ? ["--help"] : arguments;
            ParseResult parsed = Root(door).Parse(asked, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is not (ExamplesHelp or VersionLine))
            {
                return Misuse(parsed, door);
            }
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = door.Out,
                    Error = door.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeToEnd,
                }, cancellation);
        }
        catch (InputRefusedException refused)
        {
            FaultPrinter.Print(refused.Faults, door.Error);
            return ExitCode.Refused;
        }
        catch (NonFiniteResultException refused)
        {
            door.Error.WriteLine(refused.Message);
            return ExitCode.Stopped;
        }
        catch (OperationCanceledException)
        {
            door.Error.WriteLine("Interrupted; nothing was written.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault) when (Environment.GetEnvironmentVariable("AZYGOS_TRACE") is null)
        {
            // A fault of the program's own: told in one line; the trace is there for whoever reports it.
            door.Error.WriteLine($"azygos failed: {fault.GetType().Name}: {fault.Message}");
            door.Error.WriteLine(
                "This is a fault of the program. Please report it, with the output under AZYGOS_TRACE=1.");
            return ExitCode.Stopped;
        }
    }

    private static RootCommand Root(Door door)
    {
        RootCommand root = new(
            "Azygos: an in-silico laboratory for the veins that drain the brain and the spinal cord.")
        {
            SimulateCommand.Create(door),
            ExamCommand.Create(door),
            CompareCommand.Create(door),
            ModelsCommand.Create(door),
            CasesCommand.Create(door),
            ShowCommand.Create(door),
            SitesCommand.Create(door),
            PredictCommand.Create(door),
            FitCommand.Create(door),
            UncertaintyCommand.Create(door),
            VerifyCommand.Create(door),
            ForeignModels.Create(door),
            EvidenceCommand.Create(door),
            SoakCommand.Create(door),
            StudyCommand.Create(door),
            LabCommand.Create(door),
        };
        foreach (Option option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption { Action: HelpAction help } => new ExamplesHelp(help),
                VersionOption => new VersionLine(door),
                _ => option.Action,
            };
        }
        return root;
    }

    private static int Misuse(ParseResult parsed, Door door)
    {
        Command command = parsed.CommandResult.Command;
        List<string> known =
            [.. command.Options.Select(option => option.Name), .. command.Subcommands.Select(sub => sub.Name)];
        foreach (string unknown in parsed.UnmatchedTokens)
        {
            door.Error.WriteLine($"{unknown}: is not understood here{Nearest.Suggestion(unknown, known)}");
        }
        foreach (string message in parsed.Errors.Select(error => error.Message)
            .Where(message => !parsed.UnmatchedTokens.Any(
                token => message.Contains($"'{token}'", StringComparison.Ordinal))))
        {
            door.Error.WriteLine(message);
        }
        string name = string.Join(' ', command.Parents.OfType<Command>().Reverse().Append(command)
            .Select(one => one is RootCommand ? "azygos" : one.Name));
        door.Error.WriteLine($"{name} --help shows how.");
        return ExitCode.Refused;
    }

    /// <summary>Prints the version.</summary>
    private sealed class VersionLine(Door door) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            door.Out.WriteLine($"azygos {Door.Version}");
            return ExitCode.Finished;
        }
    }
}
