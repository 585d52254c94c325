"""Chinese words of the command line and of the files that it reads and writes."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # what commands are for
    "help": "对社会保障卡相关事项作出判定，每项判定均附规则和条款。",
    "help:decide": "判定一个案例，或逐行判定",
    "help:ask": "逐项询问案例的事实并作出判定",
    "help:batch": "判定文件中的每一行",
    "help:affected": "统计文件中两套规则判定结果不同的行数",
    "help:localities": "列出各地规则，或者某地的差别",
    "help:facts": "显示各项事实：路径、取值和含义",
    "help:rules": "显示规则表，或其中一张及其各行和条款",
    "help:demo": "判定示例案例并显示结果",
    "help:verify": "检查规则中的空白、冲突、失效规则和过期引用",
    "help:diff": "比较两套规则：列出结果改变的各类案例",
    "help:replay": "重新判定日志中的案例，报告结果不同的每一行",
    "help:schema": "输出输入和输出数据的 JSON Schema",
    "help:export": "输出规则集，供其他语言的程序使用",
    # parts of the help
    "usage:prefix": "用法：",
    "usage:commands": "命令",
    "usage:command": "命令",
    "usage:positionals": "参数",
    "usage:options": "选项",
    # options of several commands
    "option:help": "显示此帮助后退出",
    "option:version": "显示版本后退出",
    "option:language": "显示文字所用的语言，默认取自系统环境",
    "option:rulebook": "TOML 格式的规则修改文件，省略时使用内置规则",
    "option:locality": "按某地的规则判定",
    "report:json": "以一个 JSON 对象输出报告",
    # decide
    "decide:file": "JSON 格式的案例文件，- 表示标准输入",
    "decide:json": "以一个 JSON 对象输出判定结果",
    "decide:lines": "每行读入一个案例，立即按顺序逐行作答",
    # ask
    "ask:file": "JSON 格式的案例文件，从它开始或继续，并写回其中；省略时在退出时输出已回答的内容",
    "ask:about": "询问所针对的部分或类别，例如 activation；可以给出多个",
    "ask:documents": "继续询问材料",
    "ask:json": "以一个 JSON 对象输出案例和判定结果",
    "ask:prompt": "> ",
    "ask:matters": "关系到：{parts}",
    "ask:kind_date": "日期，例如 2026-11-22",
    "ask:kind_int": "整数",
    "ask:kind_str": "名称或标识",
    "ask:commands": "? 不知道   b 返回   q 退出",
    "ask:quit": "q 退出",
    # batch
    "batch:input": (
        "含有事实的文件：.csv、.tsv、.jsonl（均可加 .gz）、.parquet、.arrow（.feather），"
        "- 表示标准输入"
    ),
    "batch:output": "要写入的文件，类型同上，- 表示标准输出",
    "batch:as_of": "判定日期，用于文件中没有 as_of 列的情况",
    "batch:because": "在每个状态旁写出所依据规则的编号",
    "batch:columns": "只按此顺序写出这些列",
    "batch:from": "输入的类型，用于文件名未能说明的情况（- 默认为 csv）",
    "batch:to": "输出的类型，用于文件名未能说明的情况（- 默认为 csv）",
    "batch:delimiter": "CSV 单元格的分隔符：一个字符，\\t 表示制表符",
    "batch:encoding": "输入的编码，如中文版 Excel 写出的 gb18030 或 gbk",
    "batch:output_encoding": "输出的编码，如 gb18030，或供 Excel 打开的 utf-8-sig",
    "batch:rows": "共 {count} 行，其中 {faults} 行有误",
    "batch:rows=1": "共 1 行，其中 {faults} 行有误",
    "batch:none": "无",
    "batch:progress": "{rows} 行",
    # affected
    "affected:old": "原有规则：TOML 格式的规则修改文件，default 表示内置规则",
    "affected:new": "将来规则：TOML 格式的规则修改文件，default 表示内置规则",
    "affected:json": "以一个 JSON 对象输出结果",
    "affected:rows": "共 {count} 行，其中 {affected} 行判定结果不同",
    "affected:rows=1": "共 1 行，其中 {affected} 行判定结果不同",
    "affected:column": "{column}：{count} 行",
    "affected:column=1": "{column}：1 行",
    "affected:example": "第 {row} 行：{before} -> {after}",
    # localities
    "localities:name": "地方名称：有何差别、对谁有影响、依据哪些原文",
    "localities:json": "每个地方输出一个 JSON 对象",
    "localities:over": "以 {names} 的规则为基础",
    "localities:from": "适用于 {day} 及以后的日期",
    "localities:left_out": "未纳入：{sentence}（{reason}）",
    # facts
    "facts:path": "某项事实，或若干事实路径的开头",
    "facts:json": "每项事实输出一个 JSON 对象",
    "facts:kind_boolean": "true、false",
    "facts:kind_integer": "整数",
    "facts:kind_text": "文本",
    "facts:kind_date": "日期，如 2026-11-22",
    "facts:default": "（省略时为 {default}）",
    # rules, demo, verify, replay, schema
    "rules:name": "规则表，如 insurance.medical，或一个部分，如 insurance",
    "demo:name": "只显示此案例，并详列各项结果",
    "demo:title": "案例{number}：{name}",
    "demo:more": "详看其中一例的全部结果：ssrules demo NAME",
    "demo:own": "判定您自己的 JSON 案例： ssrules decide FILE",
    "demo:rules": "结果所依据的规则：      ssrules rules",
    "verify:on": "引用的条款须有效的日期",
    "verify:tests": "改为对每项发现写出一个 pytest 测试",
    "replay:log": "每行一个 {case, decision} 对象的文件，- 表示标准输入",
    "replay:rulebook": "TOML 格式的规则修改文件，或 default；可给出多个，逐行按其所载规则判定",
    "replay:json": "每条报告输出一个 JSON 对象",
    "replay:lines": "共 {count} 行：{same} 行不变，{kinds}",
    "replay:lines=1": "共 1 行：{same} 行不变，{kinds}",
    "schema:kind": "要输出哪种数据的模式",
    # export
    "export:format": "格式",
    "export:json": "按单元格编译的规则集（JSON），任何语言都可据以判定",
    "export:out": "要写入的文件，- 表示标准输出",
    # files: each follows the name of the file
    "file:missing": "不存在",
    "file:folder": "是文件夹，请指定文件",
    "file:unreadable": "无法读取：{reason}",
    "file:unwritable": "无法写入：{reason}",
    "file:changed": "在读取过程中发生变化，请重新判定",
    "file:kind": (
        "的类型无法识别：文件名须以 {known} 结尾（文本文件后可加 .gz），或用 {option} 指明"
    ),
    "file:same": "同时是输入文件，请写入另一个文件",
    "file:closed": "已关闭",
    "file:needs_a_file": "不能是 {kind}，该格式须从文件末尾读起，请指定文件",
    "file:no_gzip": "是 {kind}，该格式自带压缩，请去掉 .gz",
    "file:encoding": "不是 {encoding} 编码的文本（见第 {at} 字节），请用 --encoding 指明编码",
    "file:unknown_encoding": (
        "的编码 {encoding} 无法识别：可用 utf-8、gb18030、gbk 及 Python 支持的其他编码"
    ),
    "file:not_in_encoding": "中有 {encoding} 无法表示的字符，请改用 utf-8 或 gb18030",
    "file:empty": "是空文件：第一行须为列名",
    "file:unnamed_column": "第 {number} 列没有列名，请在第一行写明",
    "file:column_twice": "有两列同名“{column}”，请改名",
    "file:row_width": "第 {row} 行有 {found} 个单元格，而第一行有 {wanted} 个列名",
    "file:row_too_long": "在第 {after} 行之后有一行超过 {most} 字节，或引号未闭合",
    "file:column_type": (
        "无法写入类型为 {type} 的列“{column}”：请写入 .parquet 或 .arrow，或用 --columns 选列"
    ),
    "file:no_column": "没有可写入的列“{column}”；已知：{known}",
    "file:no_column_but": "没有可写入的列“{column}”，是否应为 {near}？",
    "file:late_column": (
        "从第 {line} 行才出现“{column}”，此时各列已定：请写入 .jsonl，或用 --columns 选列"
    ),
    "file:mixed_column": "的列“{column}”中有多种类型的值：请写入 .jsonl，或用 --columns 选列",
    "file:delimiter": "不能用“{delimiter}”分隔：分隔符须为一个字符，且不是引号或换行",
    "name:command": "此命令",
    "name:input": "标准输入",
    "name:output": "标准输出",
}
