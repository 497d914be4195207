using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Lab;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos lab</c>: opens the web lab on this machine.</summary>
internal sealed class LabCommand
{
    private readonly Option<int> port = new("--port")
    {
        HelpName = "N",
        Description = "Port; 0 or none: a free one.",
    };

    private readonly Option<bool> noBrowser = new("--no-browser") { Description = "Do not open a browser." };

    private readonly Option<string> listen = new("--listen")
    {
        HelpName = "ADDRESS",
        Description = "Address to listen on. Default: 127.0.0.1, this machine alone. Any other needs --token, and TLS or "
            + "--behind-proxy.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private readonly Option<string?> token = new("--token")
    {
        HelpName = "SECRET",
        Description = $"Access token that every request must carry, at least {LabOptions.ShortestToken} characters. "
            + $"{TokenVariable} of the environment says it unseen by other users of the machine.",
    };

    private readonly Option<string?> certificate = new("--tls-certificate")
    {
        HelpName = "FILE",
        Description = "Certificate for TLS, PEM; with --tls-key.",
    };

    private readonly Option<string?> key = new("--tls-key") { HelpName = "FILE", Description = "Its private key, PEM." };

    private readonly Option<string?> proxy = new("--behind-proxy")
    {
        HelpName = "URL",
        Description = "Address under which a reverse proxy shows the lab, such as https://lab.example.org.",
    };

    private readonly Option<string[]> host = new("--host")
    {
        HelpName = "NAME",
        Description = "Name under which browsers ask for the lab; may be given often. Default: the address itself.",
    };

    private readonly Option<string?> state = new("--state")
    {
        HelpName = "DIR",
        Description = "Folder for runs, the catalogue and the outbox. Default: azygos/lab in the user's data folder.",
    };

    private readonly Option<bool> log = new("--log")
    {
        Description = "Print events to standard error, one JSON object a line. Without it only what goes wrong.",
    };

    private const string TokenVariable = "AZYGOS_LAB_TOKEN";

    private readonly Door door;

    private LabCommand(Door door) => this.door = door;

    public static Command Create(Door door)
    {
        LabCommand lab = new(door);
        CommandWithExamples command = new("lab",
            "Open the lab: a page in the browser on which a body beats, veins are narrowed, examined and treated, and the "
            + "evidence is read. It is for this machine alone unless --listen says otherwise; Ctrl-C closes it.",
            ("azygos lab", "a free port; the browser opens"),
            ("azygos lab --port 8123 --no-browser", "prints its address and waits"),
            ("azygos lab --listen 0.0.0.0 --token SECRET --behind-proxy https://lab.example.org", "for others, behind a proxy"))
        {
            lab.port, lab.noBrowser, lab.listen, lab.token, lab.certificate, lab.key, lab.proxy, lab.host, lab.state, lab.log,
        };
        command.SetAction(lab.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        FaultList faults = new();
        Uri? shownAs = null;
        if (parsed.GetValue(proxy) is { } text && !Uri.TryCreate(text, UriKind.Absolute, out shownAs))
            faults.Add("--behind-proxy", null, "", "", $"'{text}' is not an address such as https://lab.example.org");
        LabOptions options = new()
        {
            Home = door.Home,
            State = parsed.GetValue(state) is { } folder ? door.Absolute(folder) : DefaultState(),
            Version = Door.Version,
            Simulate = (model, settings, progress, cancelled) => door.Simulate(model, settings, progress, cancelled),
            Listen = parsed.GetValue(listen)!,
            Port = parsed.GetValue(port),
            Token = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable),
            Certificate = parsed.GetValue(certificate) is { } file ? door.Absolute(file) : null,
            CertificateKey = parsed.GetValue(key) is { } secret ? door.Absolute(secret) : null,
            BehindProxy = shownAs,
            Hosts = parsed.GetValue(host) ?? [],
            Log = door.Error,
            LogsEverything = parsed.GetValue(log),
            Clock = door.Clock,
        };
        options.Check(faults);
        faults.ThrowIfAny();
        await using LabServer lab = LabServer.Create(options);
        await lab.StartAsync(cancellation);
        door.Out.WriteLine(lab.Address);
        door.Out.Flush();
        if (!parsed.GetValue(noBrowser)) OpenBrowser(lab.Address);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C or a signal: the way in which a lab is closed.
        }
        await lab.StopAsync();
        return ExitCode.Finished;
    }

    private static string DefaultState() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "azygos", "lab");

    private void OpenBrowser(Uri address)
    {
        string program = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "explorer"
            : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "open" : "xdg-open";
        try
        {
            using Process? opened = Process.Start(new ProcessStartInfo(program, address.AbsoluteUri)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            door.Error.WriteLine($"No browser could be opened ({program}); open the address above.");
        }
    }
}
