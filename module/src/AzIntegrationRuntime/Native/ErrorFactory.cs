using System;
using System.Management.Automation;
using System.Reflection;

namespace AzIntegrationRuntime.Native;

/// <summary>Makes the error records that frames describe.</summary>
internal static class ErrorFactory
{
    /// <summary>Returns the error record of an error frame.</summary>
    internal static ErrorRecord ToRecord(FrameTable frame)
    {
        var exception = ToException(frame);
        if (!Enum.TryParse<ErrorCategory>(frame.Text("category"), ignoreCase: true, out var category))
        {
            category = ErrorCategory.NotSpecified;
        }

        var record = new ErrorRecord(exception, frame.Text("id"), category, Values.Finish(frame["target"]));
        if (frame.TextOrNull("recommendedAction") is { Length: > 0 } action)
        {
            record.ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = action };
        }

        return record;
    }

    /// <summary>Returns the error record for what went wrong between the module and the library.</summary>
    internal static ErrorRecord ToRecord(Exception exception) => exception switch
    {
        NativeLibraryException missing => new ErrorRecord(
            new InvalidOperationException(missing.Message, missing.InnerException),
            "NativeLibraryNotLoaded",
            ErrorCategory.NotInstalled,
            missing.Path),
        NativeStatusException => new ErrorRecord(
            new InvalidOperationException(exception.Message), "NativeStatus", ErrorCategory.InvalidResult, null),
        InvalidArgumentException argument => new ErrorRecord(
            new ArgumentException(argument.Message, argument.InnerException),
            "Invalid" + argument.Name,
            ErrorCategory.InvalidArgument,
            null),
        _ => new ErrorRecord(exception, "InvalidFrame", ErrorCategory.InvalidResult, null),
    };

    private static Exception ToException(FrameTable frame)
    {
        var message = frame.Text("message");
        var parameter = frame.TextOrNull("parameter");
        var className = frame.Text("exception");
        var exception = className switch
        {
            // Its message is the given text, without the parameter's name behind it.
            "System.Management.Automation.PSArgumentException" => new PSArgumentException(message, parameter),
            "System.Management.Automation.PSInvalidOperationException" => new PSInvalidOperationException(message),
            "System.ArgumentException" => new ArgumentException(message, parameter),
            "System.InvalidOperationException" => new InvalidOperationException(message),
            "System.TimeoutException" => new TimeoutException(message),
            _ => FromClass(className, message) ?? new InvalidOperationException(message),
        };
        var data = frame["data"] as FrameTable;
        if (data != null)
        {
            foreach (var entry in data)
            {
                exception.Data[entry.Key] = Values.Finish(entry.Value);
            }
        }

        if (exception is IServiceException service)
        {
            service.SetService(ToDetails(data, frame["request"] as FrameTable, frame["response"] as FrameTable));
        }

        return exception;
    }

    private static Exception? FromClass(string className, string message)
    {
        var type = ClassRegistry.FindType(className) ??
            typeof(object).Assembly.GetType(className, throwOnError: false) ??
            typeof(PSObject).Assembly.GetType(className, throwOnError: false);
        if (type == null || type.IsAbstract || !typeof(Exception).IsAssignableFrom(type))
        {
            return null;
        }

        var constructor = type.GetConstructor(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [typeof(string)], null);
        return (Exception?)constructor?.Invoke([message]);
    }

    private static ServiceDetails ToDetails(FrameTable? data, FrameTable? request, FrameTable? response)
    {
        var details = new ServiceDetails
        {
            Status = Status(response, "status") ?? Status(data, "StatusCode"),
            Code = data?.TextOrNull("ServiceCode"),
            Message = data?.TextOrNull("ServiceMessage"),
            RequestId = data?.TextOrNull("RequestId"),
            Target = data?.TextOrNull("Target"),
            RequestMethod = request?.TextOrNull("method"),
            RequestUri = Uri.TryCreate(request?.TextOrNull("uri"), UriKind.Absolute, out var uri) ? uri : null,
            Reason = response?.TextOrNull("reason"),
            Body = response?.TextOrNull("body"),
        };
        if (response?["headers"] is FrameTable headers)
        {
            foreach (var header in headers)
            {
                if (header.Value is string text)
                {
                    details.Headers[header.Key] = text;
                }
            }
        }

        return details;
    }

    private static int? Status(FrameTable? table, string name) =>
        table?.Number(name, -1) is { } status and >= 0 ? status : null;
}
