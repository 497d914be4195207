using System.Net;
using Azygos.Body;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.Faults;

namespace Azygos.Lab;

/// <summary>Runs a body to its end: the simulator, or in tests something that answers at once.</summary>
/// <param name="model">The body.</param>
/// <param name="settings">How it is run.</param>
/// <param name="progress">Told once a beat.</param>
/// <param name="cancellation">Ends the run.</param>
public delegate SimulationResult BodyRun(
    BodyModel model, SimulationSettings settings, IProgress<RunProgress>? progress, CancellationToken cancellation);

/// <summary>How the lab is opened.</summary>
public sealed record LabOptions
{
    /// <summary>Folder that holds what comes with the program: <c>models/</c>, <c>cases/</c>, …, and the page in
    /// <c>lab/</c>.</summary>
    public required string Home { get; init; }

    /// <summary>Folder that the lab keeps runs, catalogue and outbox in.</summary>
    public required string State { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Runs bodies.</summary>
    public required BodyRun Simulate { get; init; }

    /// <summary>Address to listen on.</summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>Port; 0: a free one.</summary>
    public int Port { get; init; }

    /// <summary>Access token that every request must carry; null: none.</summary>
    public string? Token { get; init; }

    /// <summary>Certificate, PEM; null: no TLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>Its private key, PEM.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Address under which a reverse proxy shows the lab, such as <c>https://lab.example.org</c>; null: none.</summary>
    public Uri? BehindProxy { get; init; }

    /// <summary>Names under which the lab is asked for, beside the address that it listens on.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Where events are written, one JSON object a line; null: nowhere.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>False: only what goes wrong is written.</summary>
    public bool LogsEverything { get; init; }

    /// <summary>True: what the first pages will ask for (a body that beats, the evidence pooled) is made ready ahead.</summary>
    public bool PreparesAhead { get; init; } = true;

    /// <summary>Clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How much it takes at once.</summary>
    public LabLimits Limits { get; init; } = new();

    /// <summary>Shortest access token [characters]; chosen, 128 bits in hexadecimal are 32.</summary>
    public const int ShortestToken = 16;

    /// <summary>The address as the network knows it; null where it is none.</summary>
    internal IPAddress? Address => Listen == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(Listen, out IPAddress? address) ? address : null;

    /// <summary>True when the page is asked for over TLS, by the lab itself or by the proxy.</summary>
    internal bool IsSecure => Certificate is not null || BehindProxy is { Scheme: "https" };

    /// <summary>Adds every fault.</summary>
    /// <param name="faults">Where faults go.</param>
    public void Check(FaultList faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (Port is < 0 or > 65_535) Refuse("--port", $"{Port} is outside the allowed range: from 0 (a free one) to 65535");
        if (Token is { Length: < ShortestToken })
            Refuse("--token", $"is too short: at least {ShortestToken} characters, such as 32 random hexadecimal digits");
        if (Token is { } token && token.Any(c => c is <= ' ' or > '~'))
            Refuse("--token", "may hold letters, digits and signs only");
        if (Certificate is null != CertificateKey is null)
            Refuse("--tls-certificate", "needs --tls-key, and --tls-key needs it");
        if (BehindProxy is { } proxy && (proxy.Scheme is not ("http" or "https") || proxy.AbsolutePath != "/"))
            Refuse("--behind-proxy", $"'{proxy}' must be the address of the page, such as https://lab.example.org");
        if (Address is not { } address)
            Refuse("--listen", $"'{Listen}' is not an address; allowed: localhost, or an IP address such as 127.0.0.1");
        else if (!IPAddress.IsLoopback(address)) CheckOpen();

        void Refuse(string option, string message) => faults.Add(option, null, "", "", message);

        void CheckOpen()
        {
            if (Token is null)
                Refuse("--listen", $"{Listen} lets other machines in: give --token, which every request must then carry; "
                    + "without --listen the lab is for this machine alone");
            if (Certificate is null && BehindProxy is null)
                Refuse("--listen", $"{Listen} lets other machines in: give --tls-certificate and --tls-key, or say by "
                    + "--behind-proxy https://NAME that a reverse proxy does TLS; a token sent in the clear is no secret");
            if (Hosts.Count == 0 && BehindProxy is null && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
                Refuse("--host", $"is needed with --listen {Listen}: the name under which browsers ask for the lab");
        }
    }
}
