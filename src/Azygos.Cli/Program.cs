using Azygos.Cli;

return await AzygosTool.RunAsync(args, Door.OfTheConsole());
