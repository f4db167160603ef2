using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SupplierEsg.Domain;

namespace SupplierEsg.Web.Support;

/// <summary>What <c>/openapi/v1.json</c> says beyond what it reads off the endpoints.</summary>
internal static class ApiDescription
{
    private const string Scheme = "apiKey";

    public static void Describe(OpenApiOptions options)
    {
        // Every use case has a Command of its own; without the use case's name they would be taken for one.
        options.CreateSchemaReferenceId = json => json.Type is { IsNested: true, IsGenericType: false } nested && OpenApiOptions.CreateDefaultSchemaReferenceId(json) is { } name
            ? nested.DeclaringType!.Name + name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(json);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
                (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "SupplierEsg API", Version = "v1", Description = "Errors are problem documents (RFC 9457) that name the members at fault in 'errors'." };
            // Wherever it was asked for: the address of the server is the one it was reached at.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, issued under 'Your account'." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<IAllowAnonymous>().Any())
                return Task.CompletedTask;
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            Answers(operation, 401, 403);
            if (metadata.OfType<TakesIdempotencyKey>().Any())
            {
                Takes(operation, Idempotency.Header, required: false, "1 to 100 visible ASCII characters. Under the same key the same request is done once, and its answer given again, for 24 hours.");
                Answers(operation, 409, 422);
            }
            if (metadata.OfType<TakesIfMatch>().Any())
            {
                Takes(operation, "If-Match", required: true, "The ETag of what was read, or *.");
                Answers(operation, 412, 428);
            }
            return Task.CompletedTask;
        });
    }

    private static void Takes(OpenApiOperation operation, string header, bool required, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = header, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }

    private static void Answers(OpenApiOperation operation, params int[] statuses)
    {
        operation.Responses ??= [];
        foreach (var status in statuses)
            operation.Responses.TryAdd(status.ToString(System.Globalization.CultureInfo.InvariantCulture), new OpenApiResponse { Description = Problems.Title(status), Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() } });
    }
}
