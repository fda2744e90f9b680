// What TypeScript's own parser sees in files, one fact a line: "D name endLine" for classes, functions and methods,
// "H name base" for what they inherit from, "C name line" for calls, "T name line" for types that are named,
// "I module line" for imports.
// node typescript.js PACKAGE FILE_OR_FOLDER...
const ts = require(process.argv[2]);
const fs = require('fs');
const path = require('path');

const S = ts.SyntaxKind;
const DOTTED = /^[\w$]+(\.[\w$]+)+$/;
const KINDS = {
  '.js': ts.ScriptKind.JSX, '.mjs': ts.ScriptKind.JSX, '.cjs': ts.ScriptKind.JSX, '.jsx': ts.ScriptKind.JSX,
  '.ts': ts.ScriptKind.TS, '.mts': ts.ScriptKind.TS, '.cts': ts.ScriptKind.TS, '.tsx': ts.ScriptKind.TSX,
};

function facts(file) {
  const text = fs.readFileSync(file, 'utf8');
  const kind = KINDS[path.extname(file).toLowerCase()];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found = new Set();
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);

  const line = position => {
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= position) low = middle + 1; else high = middle;
    }
    return low;
  };
  const start = node => node.getStart(source);
  const written = node => text.slice(start(node), node.end);
  const quoted = node => text.slice(start(node) + 1, node.end - 1);
  const define = (name, node) => found.add(`D ${name} ${line(node.end - 1)}`);
  const imports = (literal, node) => found.add(`I ${quoted(literal)} ${line(start(node))}`);
  const names = node => { if (node.end > start(node)) found.add(`T ${written(node)} ${line(start(node))}`); };
  const isLiteral = node => node && (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node));
  const isFunction = node => node && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
  const isProperty = node => written(node) !== 'module.exports' && DOTTED.test(written(node));
  const isAssignment = node => ts.isBinaryExpression(node) && node.operatorToken.kind === S.EqualsToken;

  const key = name => {
    if (!name) return null;
    if (ts.isStringLiteral(name)) return quoted(name);
    return ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isNumericLiteral(name) ? written(name) : null;
  };
  const called = callee => {
    let at = callee;
    while (ts.isExpressionWithTypeArguments(at)) at = at.expression;
    const name = ts.isPropertyAccessExpression(at) ? at.name : at;
    if (ts.isIdentifier(name) && name.end > start(name)) found.add(`C ${written(name)} ${line(start(name))}`);
  };
  const inFunction = node => {
    for (let at = node.parent; at; at = at.parent) {
      if (ts.isFunctionLike(at) || ts.isClassStaticBlockDeclaration(at)) return true;
    }
    return false;
  };
  /** Whether the methods of a class are told: it has a name, be it that of a variable outside functions. */
  const isNamed = type => {
    if (ts.isInterfaceDeclaration(type)) return true;
    if (ts.isClassDeclaration(type)) return Boolean(type.name);
    if (!ts.isClassExpression(type) || inFunction(type)) return false;
    const parent = type.parent;
    return ts.isVariableDeclaration(parent) && parent.initializer === type && ts.isIdentifier(parent.name)
      || isAssignment(parent) && parent.right === type && isProperty(parent.left);
  };

  const inherits = type => {
    const parent = type.parent;
    const own = !ts.isClassExpression(type) ? type.name : ts.isVariableDeclaration(parent) ? parent.name : parent.left;
    for (const clause of type.heritageClauses || []) {
      for (const base of clause.types) {
        const at = base.expression;
        if (ts.isIdentifier(at) || ts.isPropertyAccessExpression(at) && ts.isIdentifier(at.name)) {
          found.add(`H ${written(own).replace(/.*\./, '')} ${written(at)}`);
        }
      }
    }
  };

  const stack = [source];
  while (stack.length) {
    const node = stack.pop();
    switch (node.kind) {
      case S.ClassDeclaration: case S.InterfaceDeclaration: case S.EnumDeclaration: case S.TypeAliasDeclaration:
      case S.FunctionDeclaration:
        if (node.name) define(written(node.name), node);
        if (node.name && node.heritageClauses) inherits(node);
        break;
      case S.ClassExpression:
        if (isNamed(node)) inherits(node);
        break;
      case S.ModuleDeclaration:
        if (node.parent.kind !== S.ModuleDeclaration && !(node.flags & ts.NodeFlags.GlobalAugmentation)) {
          let last = node;
          while (last.body && last.body.kind === S.ModuleDeclaration) last = last.body;
          const name = ts.isStringLiteral(node.name) ? quoted(node.name) : text.slice(start(node.name), last.name.end);
          define(name, last.body ? node : node.name);
        }
        break;
      case S.MethodDeclaration: case S.MethodSignature: case S.GetAccessor: case S.SetAccessor: case S.Constructor:
        if (isNamed(node.parent)) {
          const name = node.kind === S.Constructor ? 'constructor' : key(node.name);
          if (name) define(name, node);
        }
        break;
      case S.PropertyDeclaration:
        if (isFunction(node.initializer) && isNamed(node.parent) && key(node.name)) define(key(node.name), node);
        break;
      case S.VariableDeclaration:
        if (ts.isIdentifier(node.name) && node.initializer && !inFunction(node)
            && (isFunction(node.initializer) || ts.isClassExpression(node.initializer))) {
          define(written(node.name), node);
        }
        break;
      case S.BinaryExpression:
        if (isAssignment(node) && (isFunction(node.right) || ts.isClassExpression(node.right))
            && isProperty(node.left) && !inFunction(node)) {
          define(written(node.left).replace(/.*\./, ''), node);
        }
        break;
      case S.CallExpression: {
        const callee = node.expression;
        const loads = callee.kind === S.ImportKeyword || ts.isIdentifier(callee) && callee.text === 'require';
        if (loads && isLiteral(node.arguments[0])) imports(node.arguments[0], node);
        called(callee);
        break;
      }
      case S.NewExpression: {
        let constructed = node.expression;
        while (ts.isNonNullExpression(constructed)) constructed = constructed.expression;
        called(constructed);
        break;
      }
      case S.TaggedTemplateExpression:
        called(node.tag);
        break;
      case S.JsxOpeningElement: case S.JsxSelfClosingElement:
        if (!ts.isIdentifier(node.tagName) || /^\p{Lu}/u.test(written(node.tagName))) called(node.tagName);
        break;
      case S.ImportDeclaration: case S.ExportDeclaration:
        if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) imports(node.moduleSpecifier, node);
        break;
      case S.ImportEqualsDeclaration:
        if (ts.isExternalModuleReference(node.moduleReference) && isLiteral(node.moduleReference.expression)) {
          imports(node.moduleReference.expression, node);
        }
        break;
      case S.ImportType:
        if (ts.isLiteralTypeNode(node.argument) && isLiteral(node.argument.literal)) {
          imports(node.argument.literal, node);
        }
        break;
      case S.TypeReference:
        if (ts.isIdentifier(node.typeName) && !node.typeArguments && node.typeName.text !== 'const') {
          names(node.typeName);
        }
        break;
      case S.InferType:
        names(node.typeParameter.name);
        break;
      case S.ExpressionWithTypeArguments:
        if (ts.isHeritageClause(node.parent) && ts.isIdentifier(node.expression) && !node.typeArguments
            && (node.parent.token === S.ImplementsKeyword || ts.isInterfaceDeclaration(node.parent.parent))) {
          names(node.expression);
        }
        break;
    }
    ts.forEachChild(node, child => { stack.push(child); });
  }
  console.log(`FILE ${file}${source.parseDiagnostics.length ? ' INVALID' : ''}`);
  if (found.size) console.log([...found].sort().join('\n'));
}

function walk(at) {
  if (fs.statSync(at).isDirectory()) {
    for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory() || entry.isFile()) walk(path.join(at, entry.name));
    }
  } else if (KINDS[path.extname(at).toLowerCase()]) {
    facts(at);
  }
}

process.argv.slice(3).forEach(walk);
