namespace SupplierEsg.UnitTests.Excel;

/// <summary>Files of others that lie beside the repository on machines that have them; tests that need them skip elsewhere.</summary>
internal static class SharedData
{
    public static byte[] Read(string path)
    {
        var file = Find(path);
        Assert.SkipWhen(file is null, $"../shared/data/{path} is not on this machine.");
        return File.ReadAllBytes(file!);
    }

    public static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "SupplierEsg.sln")) || folder.Parent is null)
                continue;
            var found = Path.Combine(folder.Parent.FullName, "shared", "data", path);
            return File.Exists(found) ? found : null;
        }
        return null;
    }
}
