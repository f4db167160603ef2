using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Documents;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Tenders;

namespace SupplierEsg.Application;

public static class ApplicationSetup
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddValidatorsFromAssembly(typeof(ApplicationSetup).Assembly, includeInternalTypes: true);
        services.AddSingleton<CompiledVersions>().AddScoped<CompiledQuestionnaires>();
        services.AddSingleton<RecentSheets>().AddScoped<Sheets>().AddScoped<DocumentUses>().AddScoped<Beginnings>().AddScoped<Submitting>();
        services.AddScoped<Envelopes>().AddScoped<Evaluating>().AddScoped<BidQuestionnaires>();
        return services.AddUseCases();
    }

    /// <summary>What <c>AddMediatR</c> does in later versions (see ADR 0002).</summary>
    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetService!);
        services.AddTransient<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidateRequest<,>));
        var handlers =
            from type in typeof(ApplicationSetup).Assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            from contract in type.GetInterfaces()
            where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            select (contract, type);
        foreach (var (contract, type) in handlers)
            services.AddTransient(contract, type);
        return services;
    }
}
