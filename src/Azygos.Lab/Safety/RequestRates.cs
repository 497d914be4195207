using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Azygos.Lab.Safety;

/// <summary>How often one address may ask, start something, or sign up: buckets that fill with time.</summary>
internal sealed class RequestRates(LabLimits limits, TimeProvider clock)
{
    /// <summary>Addresses that are remembered; chosen. Past it those that asked longest ago are forgotten.</summary>
    private const int Remembered = 10_000;

    private readonly ConcurrentDictionary<(string Address, string Kind), Bucket> buckets = new();

    /// <summary>How long a request has to wait; null: not at all.</summary>
    public TimeSpan? WaitFor(HttpContext context)
    {
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        TimeSpan? wait = Take(address, "request", limits.RequestBurst, limits.RequestsPerSecond);
        HttpRequest request = context.Request;
        if (wait is not null || !HttpMethods.IsPost(request.Method)) return wait;
        return request.Path.Value switch
        {
            "/api/digest" => Take(address, "sign-up", limits.SignUpsPerHour, limits.SignUpsPerHour / 3600.0),
            "/api/runs" or "/api/live" or "/api/studies" or "/api/studies/explain" or "/api/studies/power" =>
                Take(address, "start", limits.StartsPerMinute, limits.StartsPerMinute / 60.0),
            _ => null,
        };
    }

    private TimeSpan? Take(string address, string kind, double burst, double perSecond)
    {
        if (buckets.Count > Remembered)
            foreach (var old in buckets.OrderBy(one => one.Value.Last).Take(Remembered / 2))
                buckets.TryRemove(old.Key, out _);
        return buckets.GetOrAdd((address, kind), _ => new Bucket(burst, clock.GetTimestamp()))
            .Take(burst, perSecond, clock);
    }

    private sealed class Bucket(double full, long now)
    {
        private readonly Lock taking = new();
        private double left = full;

        public long Last { get; private set; } = now;

        public TimeSpan? Take(double burst, double perSecond, TimeProvider clock)
        {
            lock (taking)
            {
                long at = clock.GetTimestamp();
                left = Math.Min(burst, left + clock.GetElapsedTime(Last, at).TotalSeconds * perSecond);
                Last = at;
                if (left < 1) return TimeSpan.FromSeconds((1 - left) / perSecond);
                left--;
                return null;
            }
        }
    }
}
