import { goTemplateFault } from '../../src/facts';

test.each([
  'no action }} at all',
  '{{.NodeName}}',
  'bmc-{{ .NodeName }}.example.com',
  '{{- .NodeName -}}',
  '{{printf "%s}}" .NodeName | urlquery}}',
  '{{/* a "comment */}}{{.}}',
  '{{if eq .NodeName "a"}}1{{else}}2{{end}}',
  "{{len `{{`}}{{'a'}}",
])('Go reads %j', (text) => {
  expect(goTemplateFault(text, ['NodeName'])).toBeUndefined();
});

test.each([
  ['{{.NodeName', 'an action is not closed with }}'],
  ['{{.NodeName}} {{ "open }}', 'an action is not closed with }}'],
  ['{{ }}', 'an action is empty'],
  ['{{NodeName}}', 'it calls a function that Go does not have'],
  ['{{.NodeName | lower}}', 'it calls a function that Go does not have'],
  ['{{.Name}}', 'its only field is .NodeName'],
  ['{{ print (len .NodeName.Short) }}', 'its only field is .NodeName'],
])('Go refuses %j', (text, fault) => {
  expect(goTemplateFault(text, ['NodeName'])).toBe(fault);
});
