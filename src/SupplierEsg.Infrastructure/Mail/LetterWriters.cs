using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>Every <see cref="ILetter{TEvent}"/> there is, by the name of its event.</summary>
internal static class LetterWriters
{
    private delegate Task<IReadOnlyList<Letter>> Writer(IServiceProvider scope, JournalEntry line, CancellationToken token);

    private static readonly FrozenDictionary<string, Writer> ByEvent =
        Contracts().ToFrozenDictionary(found => found.Event.Name, found => MakeWriter(found.Event));

    public static bool Ask(JournalEntry line) => ByEvent.ContainsKey(line.Event);

    public static Task<IReadOnlyList<Letter>> Write(IServiceProvider scope, JournalEntry line, CancellationToken token) =>
        ByEvent.TryGetValue(line.Event, out var writer) ? writer(scope, line, token) : Task.FromResult<IReadOnlyList<Letter>>([]);

    public static IServiceCollection AddLetterWriters(this IServiceCollection services)
    {
        foreach (var (contract, _, type) in Contracts())
            services.AddTransient(contract, type);
        return services;
    }

    private static IEnumerable<(Type Contract, Type Event, Type Type)> Contracts() =>
        from type in typeof(LetterWriters).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false }
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ILetter<>)
        select (contract, contract.GetGenericArguments()[0], type);

    private static Writer MakeWriter(Type happened) => typeof(LetterWriters)
        .GetMethod(nameof(WriteOne), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(happened).CreateDelegate<Writer>();

    private static Task<IReadOnlyList<Letter>> WriteOne<TEvent>(IServiceProvider scope, JournalEntry line, CancellationToken token)
        where TEvent : DomainEvent =>
        scope.GetRequiredService<ILetter<TEvent>>().Write(JsonSerializer.Deserialize<TEvent>(line.Payload, AppDb.PayloadJson)!, line, token);
}
