using System.Collections;
using System.Reflection;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>Finds every number of a result that is not finite, wherever it stands: by reflection, so that a new member
/// is looked at too.</summary>
internal static class NonFiniteNumbers
{
    /// <summary>Paths of the numbers that are not finite, the model's own tables left out.</summary>
    public static IReadOnlyList<string> In(SimulationResult result)
    {
        var found = new List<string>();
        Look(result, "result", found);
        return found;
    }

    private static void Look(object? value, string path, List<string> found)
    {
        switch (value)
        {
            case double number:
                if (!double.IsFinite(number)) found.Add(path);
                break;
            case null or string or Azygos.Body.Model.BodyModel:
                break;
            case double[] numbers:
                if (!Array.TrueForAll(numbers, double.IsFinite)) found.Add(path);
                break;
            case IEnumerable items:
                int i = 0;
                foreach (object? item in items)
                    Look(item, $"{path}[{i++}]", found);
                break;
            default:
                Type type = value.GetType();
                if (type.IsPrimitive || type.IsEnum) break;
                foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    if (property.GetIndexParameters().Length == 0)
                        Look(property.GetValue(value), $"{path}.{property.Name}", found);
                break;
        }
    }
}
