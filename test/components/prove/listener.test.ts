import { expect, test } from 'vitest';
import { listenerOf } from '../../../components/prove/listener';

test.each<[string, string | null]>([
  ['192.0.2.7:9000', '192.0.2.7:9000'],
  [' localhost:9000 ', 'localhost:9000'],
  ['watch.example.net:443', 'watch.example.net:443'],
  ['[::1]:9000', '[::1]:9000'],
  ['[2001:db8::7]:80', '[2001:db8::7]:80'],
  ['my-host:1', 'my-host:1'],
  ['HOST:65535', 'HOST:65535'],
  ['192.0.2.7', null],
  ['192.0.2.7:', null],
  ['192.0.2.7:0', null],
  ['192.0.2.7:65536', null],
  [':9000', null],
  ['', null],
  ['http://192.0.2.7:9000', null],
  ['192.0.2.7:9000/path', null],
  ['user@192.0.2.7:9000', null],
  ['a b:9000', null],
  ['2001:db8::7:80', null],
  ['nc -lk 9000', null],
])('%s', (text, listener) => expect(listenerOf(text)).toBe(listener));
