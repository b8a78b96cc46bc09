// telegram-test-api at a port, with what it lacks: `node server.js PORT` says "ready" once it listens.
//
// It knows seven methods. Its getMe has no `is_bot`, it repeats `link_preview_options` and `reply_parameters` as the
// strings that came in, its presses have no `chat_instance`, and it answers getUpdates at once where there is nothing.
import express from 'express';
import TelegramServer from 'telegram-test-api';

const IDLE = 200; // milliseconds before an empty getUpdates is answered
const recorded = [];

class Server extends TelegramServer {
  addBotMessage(message, token) {
    for (const name of ['link_preview_options', 'reply_parameters', 'entities']) {
      if (typeof message[name] === 'string') message[name] = JSON.parse(message[name]);
    }
    return super.addBotMessage(message, token);
  }

  getUpdates(token) {
    return super.getUpdates(token).map((update) => (
      update.callback_query ? { ...update, callback_query: { chat_instance: '1', ...update.callback_query } } : update
    ));
  }
}

const server = new Server({ port: Number(process.argv[2]), host: '127.0.0.1' });
const ours = express();
const known = server.webServer;
const answer = (result) => (_request, response) => response.json({ ok: true, result });

ours.get('/recorded', (_request, response) => response.json(recorded));
ours.use('/bot:token/getMe', answer({
  id: 42, is_bot: true, first_name: 'Test', username: 'TestNameBot', supports_inline_queries: true,
}));
ours.use('/bot:token/getMyCommands', answer([]));
ours.use('/bot:token/getMyDescription', answer({ description: '' }));
ours.use('/bot:token/getMyShortDescription', answer({ short_description: '' }));
for (const method of ['answerInlineQuery', 'setMyCommands', 'setMyDescription', 'setMyShortDescription']) {
  ours.use(`/bot:token/${method}`, express.urlencoded({ extended: true }), (request, response) => {
    recorded.push({ method, ...request.body });
    response.json({ ok: true, result: true });
  });
}
ours.use('/bot:token/getUpdates', (request, response) => {
  const result = server.getUpdates(request.params.token);
  setTimeout(() => response.json({ ok: true, result }), result.length ? 0 : IDLE);
});
ours.use(known);
server.webServer = ours;
await server.start();
console.log('ready');
