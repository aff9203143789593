'use strict';
// All that a session says is hostile text: it becomes text nodes, never markup, and links are made only from paths of
// this API.
(() => {
  const id = location.pathname.split('/').pop();
  const api = `/v1/sessions/${encodeURIComponent(id)}`;
  const PAGE_SIZE = 1000;
  const LONGEST_BLOCK = 200_000;
  const LIVE = ['queued', 'starting', 'running', 'stopping'];
  const find = name => document.getElementById(name);

  // ---- what is said, made safe to look at

  const visible = text => text
    .replace(/\x1b\[[0-9;:]*m/g, '')
    .replace(/\r\n/g, '\n')
    .replace(/[\x00-\x08\x0b-\x1f]/g, character => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd');

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = visible(text);
    return made;
  };

  const duration = millis => millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`;

  // ---- the API

  class Refused extends Error {
    constructor(status, problem) {
      super([problem.detail, problem.remedy].filter(Boolean).join(' ') || `The answer was ${status}.`);
      this.status = status;
    }
  }

  const call = async (method, path, body) => {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? {} : {'content-type': 'application/json'},
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    });
    if (response.type === 'opaqueredirect') return null;
    if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
    return response;
  };

  const json = async (method, path, body) => (await call(method, path, body)).json();

  // ---- the transcript

  const transcript = find('transcript');
  const items = new Map();
  const calls = new Map();
  let lastOutput = null;

  const add = block => {
    const atEnd = window.innerHeight + window.scrollY >= document.body.scrollHeight - 40;
    transcript.append(block);
    if (atEnd) window.scrollTo(0, document.body.scrollHeight);
    return block;
  };

  const line = (text, className = 'line') => add(element('div', className, text));

  const grow = (block, text) => {
    const room = LONGEST_BLOCK - block.textContent.length;
    if (room <= 0) return;
    block.append(visible(text.slice(0, room)));
    if (text.length > room) block.append('\n… more than this page shows');
  };

  const whole = (block, data) => {
    if (!data.truncated || !/^\/v1\/sessions\/[a-z0-9_]+\/outputs\/[A-Za-z0-9_-]+$/.test(data.url || '')) return;
    const link = element('a', 'line', `the whole of it: ${data.bytes} bytes`);
    link.href = data.url;
    link.rel = 'noreferrer';
    block.after(link);
  };

  const output = (call, stream, text) => {
    const key = `${call || ''} ${stream}`;
    if (!lastOutput || lastOutput.key !== key || lastOutput.block !== transcript.lastElementChild) {
      lastOutput = {key, block: add(element('pre', `output ${stream}`))};
    }
    grow(lastOutput.block, text);
    return lastOutput.block;
  };

  const input = data => typeof data.command === 'string'
    ? `$ ${data.command}`
    : Object.entries(data).map(([name, value]) =>
      `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' ');

  const show = {
    'session.status': data => line(`session ${data.status}${data.reason ? `: ${data.reason}` : ''}`),
    'sandbox.phase': data => {
      const row = element('tr');
      row.append(element('td', '', data.phase), element('td', '', duration(data.durationMillis)));
      find('phases').append(row);
    },
    'message.received': (data, event) => {
      const block = add(element('div', 'message'));
      const who = event.actor.name || event.actor.id || event.actor.kind;
      const text = element('pre', '', data.text);
      block.append(element('div', 'line', `${who}, ${new Date(event.at).toLocaleString()}`), text);
      whole(text, data);
    },
    'turn.started': () => {},
    'turn.ended': data => {
      items.clear();
      calls.clear();
      line(`turn ${data.outcome}${data.exitCode == null ? '' : `, exit code ${data.exitCode}`}`
        + `${data.usage ? `, ${data.usage.inputTokens} tokens in, ${data.usage.outputTokens} out` : ''}`
        + `${data.detail ? `: ${data.detail}` : ''}`, data.outcome);
    },
    'agent.text': data => {
      const block = items.get(data.item) || add(element('pre', 'text'));
      if (data.partial) {
        items.set(data.item, block);
      } else {
        items.delete(data.item);
        block.textContent = '';
      }
      grow(block, data.text);
      whole(block, data);
    },
    'tool.call': data => {
      calls.set(data.call, {name: data.name, printed: false});
      line(`→ ${data.name} ${input(data.input)}`, 'call');
    },
    'command.output': data => {
      if (calls.has(data.call)) calls.get(data.call).printed = true;
      whole(output(data.call, data.stream, data.text), data);
    },
    'tool.result': data => {
      const called = calls.get(data.call) || {name: 'tool', printed: false};
      if (!called.printed && data.output.trim()) whole(output(data.call, 'stdout', data.output), data);
      line(`${data.outcome === 'completed' ? '✓' : '✗'} ${called.name} ${data.outcome}`, data.outcome);
    },
    'file.changed': data => line(`${data.change} ${data.path}`),
    'diff.updated': data => showChanges(data),
    'access.granted': data => line(`allowed ${data.method} ${data.host}${data.path}`),
    'access.denied': data => line(`denied ${data.method} ${data.host}${data.path}: ${data.reason || data.rule}`, 'failed'),
    'error': data => line(`${data.detail} ${data.remedy}`, 'problem'),
  };

  // ---- the head of the page

  const reads = new Set(['session.status', 'turn.started', 'turn.ended']);

  const showSession = session => {
    document.title = `${visible(session.title)} · Berth`;
    find('title').textContent = visible(session.title);
    find('status').textContent = session.status + (session.statusReason ? `: ${session.statusReason}` : '');
    find('status').dataset.status = session.status;
    find('summary').textContent = visible([
      session.repository && `repository ${session.repository}`,
      `profile ${session.profile} version ${session.version}`,
      `run ${session.run}`,
      session.workspace === 'restored' ? 'workspace restored' : 'workspace fresh',
      `started ${new Date(session.createdAt).toLocaleString()}`,
    ].filter(Boolean).join(' · '));
    find('task').textContent = visible(session.task);
    find('failure').textContent = session.failure ? visible(`${session.failure.detail} ${session.failure.remedy}`) : '';
    find('interrupt').hidden = session.turn !== 'active';
    find('stop').hidden = !LIVE.includes(session.status) || session.status === 'stopping';
    find('resume').hidden = LIVE.includes(session.status);
  };

  const showChanges = data => {
    find('change-count').textContent = `(${data.files} files, +${data.additions} −${data.deletions})`;
    diffIsOld = true;
  };

  let diffIsOld = true;

  const readDiff = async () => {
    if (!diffIsOld || !find('changes').open) return;
    diffIsOld = false;
    const response = await call('GET', `${api}/diff`);
    const diff = find('diff');
    diff.textContent = '';
    if (response === null) {
      const link = element('a', '', 'The changes are too large for this page: open them');
      link.href = `${api}/diff`;
      diff.append(link);
      return;
    }
    for (const text of (await response.text()).split('\n')) {
      const kind = text.startsWith('@@') ? 'hunk' : text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : '';
      diff.append(element('span', kind, text), '\n');
    }
  };

  // ---- reading on: a socket only wakes, the events are read from where the page is

  let after = 0;
  let reading = null;
  let again = false;

  const readOn = async () => {
    let changed = after === 0;
    for (let more = true; more;) {
      const page = await json('GET', `${api}/events?after=${after}&limit=${PAGE_SIZE}`);
      for (const event of page.items) {
        (show[event.type] || (() => {}))(event.data, event);
        changed ||= reads.has(event.type);
        after = event.seq;
      }
      more = page.items.length > 0 && after < page.lastEventSeq;
    }
    if (changed) showSession(await json('GET', api));
    await readDiff();
  };

  const wake = () => {
    again = true;
    reading ||= (async () => {
      try {
        while (again) {
          again = false;
          await readOn();
        }
      } finally {
        reading = null;
      }
    })();
    return reading;
  };

  const LONGEST_PAUSE_MILLIS = 30_000;
  let pauseMillis = 1000;

  const watch = async () => {
    try {
      const ticket = await json('POST', '/v1/socket-tickets');
      const socket = new WebSocket(`${ticket.url}?ticket=${encodeURIComponent(ticket.ticket)}`);
      socket.onopen = () => {
        pauseMillis = 1000;
        socket.send(JSON.stringify({watch: id}));
        find('connection').textContent = 'Live.';
        wake().catch(failed);
      };
      socket.onmessage = () => wake().catch(failed);
      socket.onclose = reconnect;
    } catch (failure) {
      failed(failure);
      if (failure.status !== 401 && failure.status !== 403) reconnect();
    }
  };

  const reconnect = () => {
    find('connection').textContent = 'Not connected; trying again.';
    setTimeout(watch, pauseMillis);
    pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
  };

  // ---- who looks, and what they may do

  const only = name => ['sign-in', 'session', 'nothing'].forEach(part => { find(part).hidden = part !== name; });

  const failed = failure => {
    if (failure.status === 401) {
      only('sign-in');
    } else if (failure.status === 404 || failure.status === 403) {
      only('nothing');
      find('nothing').textContent = visible(failure.message);
    } else {
      find('connection').textContent = visible(failure.message);
    }
  };

  const begin = async () => {
    try {
      await wake();
      only('session');
      watch();
    } catch (failure) {
      failed(failure);
    }
  };

  const doing = (button, act) => async event => {
    event.preventDefault();
    const problem = button.closest('form')?.querySelector('.problem') || find('refused');
    button.disabled = true;
    problem.textContent = '';
    try {
      await act();
    } catch (failure) {
      problem.textContent = visible(failure.message);
    } finally {
      button.disabled = false;
    }
  };

  for (const action of ['interrupt', 'stop', 'resume']) {
    find(action).onclick = doing(find(action), async () => {
      showSession(await json('POST', `${api}/${action}`));
    });
  }
  find('sign-in').onsubmit = doing(find('sign-in').querySelector('button'), async () => {
    await call('POST', '/v1/sign-in', {key: find('key').value.trim()});
    location.reload();
  });
  find('sign-out').onclick = doing(find('sign-out'), async () => {
    await call('DELETE', '/v1/sign-in');
    location.reload();
  });
  find('message').onsubmit = doing(find('message').querySelector('button'), async () => {
    await json('POST', `${api}/messages`, {text: find('text').value, mode: 'queue'});
    find('text').value = '';
  });
  find('changes').ontoggle = () => readDiff().catch(failed);

  // a socket that said nothing may have missed something
  setInterval(() => { if (!document.hidden && !find('session').hidden) wake().catch(failed); }, 30_000);
  document.onvisibilitychange = () => { if (!document.hidden && !find('session').hidden) wake().catch(failed); };

  begin();
})();
