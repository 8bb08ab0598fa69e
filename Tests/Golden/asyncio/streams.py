"""asyncio: streams over a socket pair and a server, subprocess pipes, signals."""
import asyncio, os, signal, socket, sys
async def pair():
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    other_reader, other_writer = await asyncio.open_connection(sock=b)
    writer.write(b"hello\nworld\n")
    await writer.drain()
    print(await other_reader.readline(), await other_reader.readexactly(3))
    other_writer.write(b"x" * 200000)
    other_writer.write_eof()
    print(len(await reader.read()), len(await other_reader.read(3)))
    writer.close()
    other_writer.close()
    await writer.wait_closed()
async def echo(reader, writer):
    while data := await reader.readline():
        writer.write(data.upper())
        await writer.drain()
    writer.close()
async def server():
    s = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = s.sockets[0].getsockname()[1]
    async def client(n):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"line %d\n" % n)
        line = await reader.readline()
        writer.close()
        return line
    print(sorted(await asyncio.gather(*(client(n) for n in range(4)))))
    s.close()
    await s.wait_closed()
async def process():
    p = await asyncio.create_subprocess_exec("/bin/cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await p.communicate(b"through cat"), p.returncode)
    p = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await p.communicate(), p.returncode)
async def signals():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.add_signal_handler(signal.SIGUSR1, future.set_result, "signalled")
    os.kill(os.getpid(), signal.SIGUSR1)
    print(await asyncio.wait_for(future, 5))
    loop.remove_signal_handler(signal.SIGUSR1)
async def main():
    await pair()
    await server()
    await process()
    await signals()
asyncio.run(main())
