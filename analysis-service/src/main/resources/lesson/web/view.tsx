import * as React from 'react';
export interface Line { name: string; count?: number }
export default function View({ lines }: { lines: Line[] }) {
  return <ul>{lines.map(line => <Item key={line.name} {...line} />)}</ul>;
}
const Item = (line: Line) => <li>{line.count! > 1 ? line.name : null}</li>;
