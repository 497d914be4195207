using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azygos.Files.Faults;
using Azygos.Lab.Page;
using Azygos.Lab.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Azygos.Lab;

/// <summary>The lab as a web server on one address.</summary>
/// <remarks>No settings file, no variable of the environment changes it: what it does stands in its options.</remarks>
public sealed class LabServer : IAsyncDisposable
{
    /// <summary>Longest head of a request [bytes]; chosen, ample for a browser's.</summary>
    private const int HeadBytes = 16 * 1024;

    private static readonly TimeSpan TimeForHead = TimeSpan.FromSeconds(10);

    private readonly WebApplication application;
    private readonly LabRoom room;

    private LabServer(WebApplication application, LabRoom room, LabOptions options) =>
        (this.application, this.room, Options) = (application, room, options);

    /// <summary>How it was opened.</summary>
    public LabOptions Options { get; }

    /// <summary>Address of the page, once it has started.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Address that it listens on.</summary>
    internal Uri Bound { get; private set; } = new("http://127.0.0.1");

    internal LabRoom Room => room;

    /// <summary>Puts the lab together; throws with every fault of the options.</summary>
    /// <param name="options">How it is opened.</param>
    public static LabServer Create(LabOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        FaultList faults = new();
        options.Check(faults);
        faults.ThrowIfAny();
        X509Certificate2? certificate = options.Certificate is { } file ? Certificate(file, options.CertificateKey!) : null;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options, certificate));
        if (certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddRoutingCore();
        if (options.Log is { } log) builder.Logging.AddProvider(new EventLog(log, options.LogsEverything, options.Clock));
        LabRoom room = new(options);
        WebApplication application = builder.Build();
        room.Log = application.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Azygos.Lab");
        SafetyChain.Use(application, room);
        application.UseRouting();
        LabRoutes.Map(application, room);
        // What no other address is.
        application.Map("/{**path}", new PageFiles(options.Home).ReplyAsync);
        return new LabServer(application, room, options);
    }

    /// <summary>Opens the address, and goes on with runs that an earlier lab left.</summary>
    /// <param name="cancellation">Ends the start.</param>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException fault)
        {
            throw new InputRefusedException(new Fault("--port", null, "", "", $"cannot be used: {fault.Message}"));
        }
        Bound = new Uri(application.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First());
        Address = Options.BehindProxy ?? new UriBuilder(Bound)
        {
            Scheme = Options.Certificate is null ? "http" : "https",
            Host = Options.Hosts.Count > 0 ? Options.Hosts[0] : Bound.Host,
        }.Uri;
        room.Start();
        room.Log.LogInformation("The lab is open at {Address}", Address);
    }

    /// <summary>Waits until the lab is closed by <see cref="StopAsync"/> or the token.</summary>
    /// <param name="cancellation">Closes it.</param>
    public Task WaitAsync(CancellationToken cancellation) => application.WaitForShutdownAsync(cancellation);

    /// <summary>Closes: nothing new is taken; runs may end for a while, what has not ended starts again with the next
    /// lab; streams are told.</summary>
    public async Task StopAsync()
    {
        await room.CloseAsync();
        await application.StopAsync();
    }

    /// <summary>Closes, and lets go of what is open.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await application.DisposeAsync();
        room.Dispose();
    }

    private static void Listen(KestrelServerOptions kestrel, LabOptions options, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = HeadBytes;
        kestrel.Limits.MaxRequestLineSize = HeadBytes / 2;
        kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeForHead;
        kestrel.Listen(options.Address!, options.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null) listen.UseHttps(certificate);
        });
    }

    private static X509Certificate2 Certificate(string file, string key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(file, key);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InputRefusedException(new Fault("--tls-certificate", null, "", "", $"cannot be used: {fault.Message}"));
        }
    }
}
