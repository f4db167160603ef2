using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupplierEsg.IntegrationTests.Support;

/// <summary>Writes all that is logged, at every level, into a text.</summary>
internal sealed class TextLog(TextWriter text) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (text)
        {
            text.WriteLine(formatter(state, exception));
            if (exception is not null)
                text.WriteLine(exception);
        }
    }

    public void Dispose()
    {
    }
}

internal static class Logging
{
    public static ILoggerFactory GetRequiredLoggerFactory(this IServiceProvider services) => services.GetRequiredService<ILoggerFactory>();
}
