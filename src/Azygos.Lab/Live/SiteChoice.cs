using Azygos.Body.Live;
using Azygos.Lab.Replies;

namespace Azygos.Lab.Live;

/// <summary>The sites that a viewer looks at, as places in the frames of a body.</summary>
internal sealed class SiteChoice
{
    public SiteChoice(LiveBody body, IReadOnlyList<string> sites)
    {
        List<string> known = [.. body.Sites.Select(site => site.Id)];
        Places = [.. sites.Select(site => known.IndexOf(site)).Order()];
        if (Places is [< 0, ..])
            throw RefusedException.NotFound($"There is no site {string.Join(", ", sites.Where(site => !known.Contains(site)))} in this "
                + "body; GET /api/live/ID lists them.");
        Key = string.Join(',', Places);
    }

    public IReadOnlyList<int> Places { get; }

    /// <summary>The same for the same choice.</summary>
    public string Key { get; }
}
