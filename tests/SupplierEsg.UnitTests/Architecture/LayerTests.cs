using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.UnitTests.Architecture;

public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(RuleBroken).Assembly;
    private static readonly Assembly Application = typeof(ApplicationSetup).Assembly;
    private static readonly Assembly Infrastructure = typeof(AppDb).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;
    private static readonly Assembly[] All = [Domain, Application, Infrastructure, Web];

    [Fact]
    public void The_domain_references_nothing_but_the_framework() =>
        Domain.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_application_knows_no_provider_and_no_web()
    {
        string[] allowed = ["System", "SupplierEsg.Domain", "MediatR", "FluentValidation", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions"];
        Application.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !allowed.Any(a => name == a || name.StartsWith(a + ".", StringComparison.Ordinal)))
            .ShouldBeEmpty();
        Application.GetReferencedAssemblies().Select(a => a.Name!).ShouldNotContain(name => name.Contains("Relational") || name.Contains("Sqlite") || name.Contains("SqlServer") || name.Contains("Npgsql"));
    }

    [Fact]
    public void References_run_one_way()
    {
        References(Infrastructure).ShouldNotContain("SupplierEsg.Web");
        References(Application).ShouldNotContain("SupplierEsg.Infrastructure");
    }

    [Fact]
    public void Handlers_and_validators_are_internal()
    {
        var open = Application.GetTypes().Where(type => (Is(type, typeof(IRequestHandler<,>)) || Is(type, typeof(IValidator<>))) && (type.IsPublic || type.IsNestedPublic));
        open.Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_has_one_handler_and_every_validator_resolves()
    {
        var services = new ServiceCollection().AddApplication();
        var handled = services.Select(s => s.ServiceType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(t => t.GetGenericArguments()[0]).ToList();
        var requests = Application.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && Is(type, typeof(IRequest<>)));
        requests.Where(request => handled.Count(h => h == request) != 1).Select(request => request.FullName).ShouldBeEmpty();
        var validators = Application.GetTypes().Where(type => !type.IsAbstract && Is(type, typeof(IValidator<>)));
        validators.Where(validator => services.All(s => s.ImplementationType != validator)).Select(v => v.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Names_say_what_a_type_does()
    {
        string[] vague = ["Service", "Manager", "Helper", "Dto", "Util", "Utils", "Helpers"];
        All.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("SupplierEsg", StringComparison.Ordinal) == true && !type.IsSubclassOf(typeof(Microsoft.AspNetCore.Razor.TagHelpers.TagHelper)) && vague.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void An_interface_has_two_implementations_or_stands_on_the_list()
    {
        // Outside things that tests replace, seams between layers, and markers that conventions look for.
        string[] listed = ["IAppDb", "ICurrentUser", "ITexts", "IFileStore", "IWorkbookReader", "IExpressionScope", "IScorecardWorkbook", "ILeagueWorkbook", "IQuestionnaireWorkbooks", "IShippedQuestionnaires", "ILinkTokens", "ISite", "ISeals", "IEvaluationWorkbook", "IAccounts", "ISetup", "IOwnedBySupplier", "IId`1"];
        var types = All.SelectMany(assembly => assembly.GetTypes()).ToList();
        types.Where(type => type.IsInterface && type.Namespace?.StartsWith("SupplierEsg", StringComparison.Ordinal) == true && !listed.Contains(type.Name))
            .Where(contract => types.Count(type => type is { IsClass: true, IsAbstract: false } && Is(type, contract)) < 2)
            .Select(contract => contract.FullName).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static bool Is(Type type, Type contract) =>
        type.GetInterfaces().Any(i => i == contract || (i.IsGenericType && i.GetGenericTypeDefinition() == contract));
}
