using SupplierEsg.Application.Accounts;

namespace SupplierEsg.Web.Support;

/// <summary>Says on the console, once the server listens, where the first administrator is made; nothing where there are accounts.</summary>
internal sealed class SetupGreeting(IServiceScopeFactory scopes) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ISetup>().Renew(cancellationToken) is not { } link)
            return;
        Console.WriteLine();
        Console.WriteLine("There are no accounts yet. Make the administrator's at this address; it works once:");
        Console.WriteLine(link);
        Console.WriteLine();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
