import * as React from 'react';
interface Props<T> { items: T[]; render?(item: T): React.ReactNode }
export const List = <T,>({ items, ...rest }: Props<T>): JSX.Element => <ul {...rest}>{items.map((x) => <Item<T> key={`${x}`} value={x as any} />)}</ul>;
const Bounded = <T extends object>(props: T) => <div>it's {props.a!} &amp; more</div>;
const Defaulted = <T = unknown>(x: T) => x, Constant = <const T,>(x: T) => x;
export default function App({ a }: { a?: string }): React.ReactElement {
  const [state, setState] = useState<State | null>(null), ref = useRef<HTMLDivElement>(null!);
  return a ? <Context.Provider value={state!}><Inner>{() => <>{a < b ? (x): void => {} : <b/>}</>}</Inner></Context.Provider> : (<App a="b" />);
}
class View extends React.Component<Props<string>, {}> { render() { return <this.props.Tag a-b='c' {...this.props}>{/* nothing */}</this.props.Tag>; } }
