using System;
using System.Net;
using System.Net.Http;
using AzIntegrationRuntime.Native;

namespace Microsoft.Rest;

/// <summary>Represents a request to a service that failed: the base of its kinds.</summary>
public class RestException : Exception, IServiceException
{
    /// <summary>Creates an exception without a message.</summary>
    public RestException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message.</param>
    public RestException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the request.</summary>
    public HttpRequestMessageWrapper? Request { get; private set; }

    /// <summary>Gets the answer; null where there was none.</summary>
    public HttpResponseMessageWrapper? Response { get; private set; }

    void IServiceException.SetService(ServiceDetails details)
    {
        if (details.RequestMethod is not null || details.RequestUri is not null)
        {
            Request = new HttpRequestMessageWrapper
            {
                Method = details.RequestMethod is null ? null : new HttpMethod(details.RequestMethod),
                RequestUri = details.RequestUri,
            };
        }

        if (details.Status is int status)
        {
            Response = new HttpResponseMessageWrapper
            {
                StatusCode = (HttpStatusCode)status,
                ReasonPhrase = details.Reason,
                Content = details.Body,
            };
            foreach (var header in details.Headers)
            {
                Response.Headers[header.Key] = new[] { header.Value };
            }
        }

        SetError(details);
    }

    /// <summary>Takes over the error that the service described.</summary>
    /// <param name="details">The request and the answer.</param>
    internal virtual void SetError(ServiceDetails details)
    {
    }
}
