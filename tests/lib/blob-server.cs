using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;

// A container of blobs on loopback over https: PUT keeps, GET gives, and each request is noted with its headers.
public class BlobServer
{
    private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;

    public ConcurrentDictionary<string, byte[]> Blobs = new ConcurrentDictionary<string, byte[]>();
    public ConcurrentQueue<Dictionary<string, string>> Requests = new ConcurrentQueue<Dictionary<string, string>>();

    // The status for this many PUTs.
    public volatile int Refuse;
    public int RefuseCount;

    public BlobServer(X509Certificate2 certificate)
    {
        this.certificate = certificate;
        listener.Start();
        Task.Run(Accept);
    }

    public int Port { get { return ((IPEndPoint)listener.LocalEndpoint).Port; } }

    public void Stop() { listener.Stop(); }

    public string Text(string path)
    {
        byte[] body;
        return Blobs.TryGetValue(path, out body) ? Encoding.UTF8.GetString(body) : null;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                Task ignored = Task.Run(() => Serve(client));
            }
        }
        catch (SocketException) { }
        catch (ObjectDisposedException) { }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using (client)
            using (SslStream stream = new SslStream(client.GetStream()))
            {
                await stream.AuthenticateAsServerAsync(certificate, false, SslProtocols.None, false);
                string line = await ReadLine(stream);
                string[] first = line.Split(' ');
                Dictionary<string, string> request =
                    new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                request["method"] = first[0];
                request["path"] = first[1];
                while ((line = await ReadLine(stream)).Length > 0)
                {
                    int colon = line.IndexOf(':');
                    request[line.Substring(0, colon)] = line.Substring(colon + 1).Trim();
                }
                Requests.Enqueue(request);
                string length;
                byte[] body = new byte[request.TryGetValue("Content-Length", out length) ? int.Parse(length) : 0];
                for (int read = 0; read < body.Length;)
                {
                    int count = await stream.ReadAsync(body, read, body.Length - read);
                    if (count == 0) return;
                    read += count;
                }
                int status = 201;
                byte[] answer = new byte[0];
                if (first[0] == "GET") status = Blobs.TryGetValue(first[1], out answer) ? 200 : 404;
                else if (System.Threading.Interlocked.Decrement(ref RefuseCount) >= 0) status = Refuse;
                else Blobs[first[1]] = body;
                answer = answer ?? new byte[0];
                byte[] head = Encoding.ASCII.GetBytes("HTTP/1.1 " + status + " Answer\r\nContent-Length: " +
                    answer.Length + "\r\nConnection: close\r\n\r\n");
                await stream.WriteAsync(head, 0, head.Length);
                await stream.WriteAsync(answer, 0, answer.Length);
                await stream.FlushAsync();
            }
        }
        catch (IOException) { }
        catch (AuthenticationException) { }
    }

    private static async Task<string> ReadLine(Stream stream)
    {
        StringBuilder text = new StringBuilder();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, 0, 1) == 1 && one[0] != '\n')
            if (one[0] != '\r') text.Append((char)one[0]);
        return text.ToString();
    }
}
