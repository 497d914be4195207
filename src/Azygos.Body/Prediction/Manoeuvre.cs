using System.Globalization;
using Azygos.Body.Calibration;
using Azygos.Body.Model;

namespace Azygos.Body.Prediction;

/// <summary>What is done to a body, as numbers replaced by path: a vein closed or narrowed, the chest under
/// pressure.</summary>
/// <remarks>
/// Changes are separated by semicolons. Each is a path of <c>--set</c> in which <c>*</c> stands for any letters, then
/// <c>=</c>, <c>x</c> or <c>+</c>, then a number in the unit of the path: the number itself, a factor, or what is
/// added.
/// A vein is shut by <c>rest_area_cm2 = 0</c>, an occlusion: conductance zero, topology untouched.
/// </remarks>
/// <source choice="factors and sums beside values, so that a row stays right when the model is fitted again"/>
public sealed class Manoeuvre
{
    private const string Allowed = "a change is PATH = NUMBER, PATH x FACTOR or PATH + NUMBER, with spaces";

    private readonly IReadOnlyList<Change> changes;

    private Manoeuvre(IReadOnlyList<Change> changes) => this.changes = changes;

    /// <summary>Nothing.</summary>
    public static Manoeuvre None { get; } = new([]);

    /// <summary>Reads the changes; null with what is wrong.</summary>
    /// <param name="text">As a prediction row says.</param>
    /// <param name="fault">What is wrong, or null.</param>
    public static Manoeuvre? Parse(string text, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Change> read = [];
        fault = null;
        foreach (string part in NamePattern.Split(text))
        {
            string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is not [string path, "=" or "x" or "+", string number])
            {
                fault ??= $"'{part}' is not understood: {Allowed}";
                continue;
            }

            if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                || !double.IsFinite(value))
            {
                fault ??= $"'{number}' is not a number";
                continue;
            }

            read.Add(new Change(path, words[1][0], value));
        }

        return fault is null ? new Manoeuvre(read) : null;
    }

    /// <summary>The model with the numbers replaced.</summary>
    /// <param name="model">The model as read, before core detail.</param>
    public BodyModel On(BodyModel model) => On(model, []);

    /// <summary>The numbers that it puts into a model, in their units, by full path.</summary>
    /// <param name="model">The model as read, before core detail.</param>
    /// <param name="fault">A path that fits nothing, or null.</param>
    public IReadOnlyDictionary<string, double> Numbers(BodyModel model, out string? fault)
    {
        fault = null;
        foreach (Change change in changes)
        {
            Knobs.Paths(model, change.Path, out string? unknown);
            fault ??= unknown;
        }

        Dictionary<string, double> numbers = [];
        if (fault is null) On(model, numbers);
        return numbers;
    }

    private BodyModel On(BodyModel model, Dictionary<string, double> numbers)
    {
        foreach (Change change in changes)
        {
            model = Knobs.Change(model, change.Path, (path, number) => numbers[path] = change.Of(number));
        }

        return model;
    }

    private readonly record struct Change(string Path, char Kind, double Number)
    {
        public double Of(double before) => Kind switch
        {
            '=' => Number,
            'x' => before * Number,
            _ => before + Number,
        };
    }
}
