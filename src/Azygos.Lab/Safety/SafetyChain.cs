using Azygos.Files.Faults;
using Azygos.Files.Runs;
using Azygos.Lab.Replies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Azygos.Lab.Safety;

/// <summary>What every request passes before it is answered, in this order: heads of the reply, host, origin, access
/// token, rate, antiforgery token; and what becomes of what goes wrong.</summary>
internal static class SafetyChain
{
    public static void Use(WebApplication application, LabRoom room)
    {
        RequestRates rates = new(room.Options.Limits, room.Options.Clock);
        AccessToken access = new(room.Options);
        application.Use((context, next) => GuardAsync(context, next, room));
        application.Use(async (HttpContext context, RequestDelegate next) =>
        {
            ReplyHeads.Put(context);
            if (OriginRules.Objection(context, room.Options) is { } objection)
                await Replies.Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, objection);
            else if (rates.WaitFor(context) is { } wait)
            {
                context.Response.Headers.RetryAfter = $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}";
                await Replies.Refusal.WriteAsync(context, StatusCodes.Status429TooManyRequests,
                    "Too many requests from this address; wait as long as Retry-After says.");
            }
            else if (await access.AdmitsAsync(context))
            {
                if (room.Antiforgery.Objection(context) is { } missing)
                    await Replies.Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, missing);
                else await next(context);
            }
        });
    }

    // Nothing that goes wrong leaves more than a sentence; the log has the rest.
    private static async Task GuardAsync(HttpContext context, RequestDelegate next, LabRoom room)
    {
        try
        {
            await next(context);
        }
        catch (InputRefusedException refused)
        {
            await Answer(StatusCodes.Status400BadRequest, [.. refused.Faults.Select(fault => fault.ToString())]);
        }
        catch (RefusedException refused)
        {
            await Answer(refused.Status, [refused.Message]);
        }
        catch (NonFiniteResultException refused)
        {
            await Answer(StatusCodes.Status400BadRequest, [refused.Message]);
        }
        catch (BadHttpRequestException refused)
        {
            await Answer(refused.StatusCode, [refused.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? $"The request is too large: at most {room.Options.Limits.BodyBytes} bytes."
                : refused.Message]);
        }
        catch (Exception fault) when (context.RequestAborted.IsCancellationRequested)
        {
            room.Log.LogDebug(fault, "The browser went away");
        }
        catch (Exception fault)
        {
            room.Log.LogError(fault, "A request failed: {Method} {Path}", context.Request.Method, context.Request.Path);
            await Answer(StatusCodes.Status500InternalServerError,
                [$"This is a fault of the program: {fault.GetType().Name}. Its log says more; please report it."]);
        }

        async Task Answer(int status, string[] faults)
        {
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }
            await Replies.Refusal.WriteAsync(context, status, faults);
        }
    }
}
