using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Infrastructure.Demo;

namespace SupplierEsg.BrowserTests.Support;

/// <summary>A house whose clock can be put on. Whoever is signed in by then has to sign in again.</summary>
public sealed class LeapingHouse : LiveHouse
{
    private readonly DemoClock clock = new();

    public void Leap(TimeSpan time) => clock.Behind -= time;

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(clock);
}
