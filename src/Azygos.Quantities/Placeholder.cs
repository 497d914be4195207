namespace Azygos.Quantities; internal static class Placeholder;
