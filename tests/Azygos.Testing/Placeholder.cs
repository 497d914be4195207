namespace Azygos.Testing; internal static class Placeholder;
