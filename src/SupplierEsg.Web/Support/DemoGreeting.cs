using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Demo;

namespace SupplierEsg.Web.Support;

internal static class DemoGreeting
{
    /// <summary>Prepares the demonstration and prints, once the server listens, how to get in. False when the database isn't the demonstration's.</summary>
    public static async Task<bool> GreetDemonstrators(this WebApplication app)
    {
        try
        {
            var welcome = await Demo.Prepare(app.Services);
            app.Lifetime.ApplicationStarted.Register(() => Print(app, welcome));
            return true;
        }
        catch (InvalidOperationException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return false;
        }
    }

    private static void Print(WebApplication app, DemoWelcome welcome)
    {
        Console.WriteLine();
        Console.WriteLine($"SupplierEsg is open at {string.Join(", ", app.Urls)} with invented data.");
        Console.WriteLine($"Sign in with one of these and the password: {welcome.Password}");
        foreach (var (role, name, email) in welcome.Accounts)
            Console.WriteLine($"  {Label(role),-14} {email,-44} {name}");
        Console.WriteLine($"API key: {welcome.ApiKey}");
        Console.WriteLine();
    }

    private static string Label(Role role) => role.ToString().ToLowerInvariant();
}
