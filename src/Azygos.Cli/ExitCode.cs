namespace Azygos.Cli;

/// <summary>What the program's exit codes mean; the guide's page on <c>simulate</c> lists them.</summary>
internal static class ExitCode
{
    /// <summary>The run finished, or the question was answered.</summary>
    public const int Finished = 0;

    /// <summary>The run stopped before it was periodic, or could not be written.</summary>
    public const int Stopped = 1;

    /// <summary>The input was refused; nothing was run and nothing written.</summary>
    public const int Refused = 2;

    /// <summary>A benchmark missed one of its bars.</summary>
    public const int Missed = 3;

    /// <summary>Ended by Ctrl-C, as shells number it: 128 + SIGINT; nothing was written.</summary>
    public const int Interrupted = 130;
}
