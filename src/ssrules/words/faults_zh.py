"""What is wrong with an input, in Chinese: the same codes, with the same pieces, as in English."""

from __future__ import annotations

from collections.abc import Mapping

from ssrules.words.faults_zh_books import OF_BOOKS
from ssrules.words.faults_zh_files import OF_FILES

Ways = str | tuple[str, ...]

LANGUAGE = "zh"
COMMA = "、"
OR = " 或 "
AROUND = " "
QUOTES = "“”"
LINE = "{where}：{message}"
COLUMN = "列{column}：{message}"
CURED = "{line}（{hint}）"
HIDDEN = "该值"

FAULTS: Mapping[str, tuple[Ways, ...]] = {
    # values of facts
    "required": ("必须填写", "每次判定都针对某一天"),
    "not_true_or_false": (
        "{value!r}不是 true 或 false",
        "请写成不带引号的 {written}",
        "如果未知，请不要填写这一项",
    ),
    "not_a_whole_number": ("{value!r}不是整数", "填写周岁，例如 41"),
    "not_a_number": ("{value!r}不是整数", ""),
    "number_out_of_range": ("{value!r}不在 {lowest} 到 {highest} 之间", ""),
    "not_a_string": ("{value!r}不是字符串", "填写标识符，并加引号"),
    "not_a_date": ("{value!r}不是日期", "请写成 2026-11-22 的形式"),
    "not_one_of": ("{value!r}不在可选值之中：{known}", "您是否想写 {like}？"),
    "plain_text": ("{value!r}只是普通文本", "请写成 {member}", "请写成枚举的成员"),
    "out_of_range": ("{value!r}不在 {lowest} 到 {highest} 之间", "填写周岁"),
    "white_space": ("{value!r}的首尾有空白字符", "请按银行给出的写法填写"),
    "empty": ("{value!r}是空的", "如果未知，请不要填写这一项"),
    "half_a_character": ("{value!r}含有不完整的字符", "请按银行给出的写法填写，字符要完整"),
    "after_as_of": (
        ("{value} 晚于 {other}（{limit}）", "{value}晚于 {other}"),
        "两个日期中有一个不对",
    ),
    "no_day_left": (
        ("{value}之后再过 {span} {unit}已超出日历", "{value}之后已超出日历"),
        "日期有误，或参数 {parameter} 有误",
    ),
    "before_the_calendar": ("其期限的最后一天早于日历的开始",),
    "not_covered": (
        "{value} 早于 {first}，规则集自该日起适用",
        "请填写 {first} 或以后的日期",
    ),
    "not_an_object": ("{value!r}不是对象", "请写成 {{...}} 的形式"),
    "not_of_the_class": (
        "{value!r}不是 {kind}",
        "请写成 {kind}(...)，或把整个案例交给 Case.from_dict",
    ),
    "not_a_case": (
        "{value!r}不是 {cls}",
        "映射请用 {cls}.from_dict(...)，JSON 文本请用 {cls}.from_json(...)",
    ),
    # keys
    "unknown_fact": ("没有这个事实", "您是否想写 {near}？", "可用的有：{known}"),
    "more_unknown": ("另有 {count} 个未知的键", "只列出最前面的未知键"),
    "given_twice": ("出现了两次", "请只保留其中一个"),
    "unknown_field": ("没有这个字段", "您是否想写 {near}？", "可用的有：{known}"),
    "missing": ("缺失", "每个字段都要写出"),
    "no_key": ("{key!r}不能作为键", "键必须是字符串"),
    "repeats_a_key": ("有重复的键", "请只保留其中一个"),
    # other fields of objects that are read back
    "no_true_or_false": ("{value!r}不是 true 或 false",),
    "no_whole_number": ("{value!r}不是整数",),
    "no_string": ("{value!r}不是字符串",),
    "no_object": ("{value!r}不是对象",),
    "no_list": ("{value!r}不是列表",),
    "unreadable": (("无法读取：{error}", "无法读取"),),
    "more_faults": ("另有 {count} 处错误", "只列出最前面的错误"),
    # texts
    "not_json": (
        (
            "不是有效的 JSON：第 {line} 行第 {column} 列（第 {char} 个字符）：{reason}",
            "不是有效的 JSON：{reason}",
            "不是有效的 JSON",
        ),
    ),
    "not_text": ("{value!r}不是文本", "请以 str 或 bytes 的形式给出 JSON"),
    "not_utf8": ("不是 UTF-8 文本", "请用 UTF-8 编码保存为 JSON"),
    "json_too_deep": ("不是有效的 JSON：嵌套过深", "最多读取 {limit} 层"),
    "too_deep": ("嵌套过深", "最多读取 {limit} 层"),
    "too_large": ("长度为 {size} 个字符", "最多读取 {limit} 个字符，除非调用方允许更多"),
    "too_many_digits": ("含有位数过多的数字", "没有哪项事实有这么多位数"),
    # lines of a log
    "not_an_entry": ("不是对象", "请写成 {{...}} 的形式"),
    "not_in_the_line": ("缺失", "写成了 {near}", "每一行包含一个案例及其判定结果"),
    "repeated_inside": ("其中有一个键出现了两次",),
    # what the command line is given
    "file_missing": ("{value!r}不存在", "请给出以 JSON 写成的案例文件"),
    "file_is_a_directory": ("{value!r}是一个目录", "请给出以 JSON 写成的案例文件"),
    "file_not_utf8": (
        ("{file}不是 UTF-8 文本", "{value!r}不是 UTF-8 文本"),
        "请用 UTF-8 编码保存为 JSON",
    ),
    "file_unreadable": (
        ("无法读取{file}：{because}", "无法读取{value!r}：{because}", "无法读取{value!r}"),
    ),
    "file_empty": (
        ("{file}是空的", "{value!r}是空的"),
        '最少需要写 {{"as_of": "2026-11-22"}}',
    ),
    "log_unreadable": ("{value!r}：{because}",),
    "on_not_a_date": ("{value!r}不是日期", "例如 2026-11-22"),
    # answers to questions
    "no_answer": ("None 不是回答", "如果没有人知道，请跳过这个问题"),
    # where values are left out
    "hidden": ("有误", "细节已略去"),
}

ERRORS: Mapping[str, tuple[Ways, ...]] = {
    "unknown_name": (
        (
            "{of} 没有叫做{name!r}的{kind}；您是否想写 {near}？可用的有：{known}",
            "{of} 没有叫做{name!r}的{kind}；您是否想写 {near}？",
            "{of} 没有叫做{name!r}的{kind}；可用的有：{known}",
            "{of} 没有叫做{name!r}的{kind}；那里一个也没有",
            "没有叫做{name!r}的{kind}；您是否想写 {near}？可用的有：{known}",
            "没有叫做{name!r}的{kind}；您是否想写 {near}？",
            "没有叫做{name!r}的{kind}；可用的有：{known}",
            "没有叫做{name!r}的{kind}；一个也没有",
        ),
    ),
    "not_a_frame": (
        "{given} 不是可以判定的数据框；请给出 Polars、pandas、PyArrow、DuckDB 或 PySpark 的数据框",
    ),
    "nothing_asked": ("没有要回答的问题：问询已经结束",),
    "nothing_answered": ("还没有回答过问题，无从退回",),
    "missing_extra": ('{needed_for}需要附加依赖：pip install "ssrules[{extra}]"',),
    # files of changes
    "not_toml": (("不是有效的 TOML：{reason}：{about}", "不是有效的 TOML：{reason}"),),
    "toml_not_utf8": ("不是 UTF-8 文本",),
    "toml_unreadable": ("无法读取：{because}",),
    "toml_too_large": ("超过 {limit} 个字符：除非调用方允许，否则不再读取",),
    "toml_too_deep": ("嵌套过深：最多读取 {limit} 层",),
    "toml_too_many_digits": ("不是有效的 TOML：其中有一个数字的位数过多",),
    "more_faults": ("另有 {count} 处错误；只列出最前面的",),
    "no_table": ("{value!r}不是表",),
    "no_key_of": (
        (
            "{called}没有{key!r}这个键；您是否想写 {near}？",
            "{called}没有{key!r}这个键；可用的有：{known}",
        ),
    ),
    "needs_key": ("{called}缺少{key!r}：{meaning}",),
    "wrong_kind": ("{key!r}应是{wanted_kind}，这里写的是{value!r}",),
    "needs_change": ("变更缺少“change”，即变更的种类；可用的有：{known}",),
    "needs_values": ("事实要写明 'kind'、'values'、'add_values' 三者之一，说明它可以取哪些值",),
    "needs_test": ("输入项缺少 'test'（比较的种类）；可用的有：{known}",),
    "needs_two": ("要写明相互比较的两个名称",),
    "input_of_another": ("{name!r}已是另一输入项的名称：请另取名称",),
    "not_quoted": ("在 {name} 的原文中没有这句话：请照原文引用",),
    "changes_nothing": ("没有任何变更：请写 [[changes]]、[[rule_sets]] 或 [[facts]]",),
    "made_for_another": ("适用于 {known}，而此处是 {name}：请重新核对",),
    "base_of_itself": ("以自身为基础：{known}",),
    "locality_twice": ("{name}带有同名的地方规则",),
    "clause_uncited": ("条款{name!r}没有被引用",),
    "id_of_another": ("{name!r}已经是另一条款的编号：请另取一个编号",),
    "asks_as_of": ("规则行不以“as_of”为条件：请用 in_force_from 或 in_force_to 写明",),
    "no_input": (
        ("没有{name!r}这个输入；您是否想写 {near}？", "没有{name!r}这个输入；可用的有：{known}"),
    ),
    "never": (
        (
            "{name} 不可能是 {word}；您是否想写 {near}？",
            "{name} 不可能是 {word}；可用的有：{known}",
            "{name} 不可能是 {word}",
            "{name} 不可能是{value!r}；您是否想写 {near}？",
            "{name} 不可能是{value!r}；可用的有：{known}",
            "{name} 不可能是{value!r}",
        ),
    ),
    "no_value": ("{name} 没有列出任何适用的值",),
    "no_output": (
        (
            "{rule_set} 没有{name!r}这个输出；您是否想写 {near}？",
            "{rule_set} 没有{name!r}这个输出；可用的有：{known}",
            "{rule_set} 没有{name!r}这个输出，也没有其他输出",
        ),
    ),
    "gives_too": ("{rule_set} 的规则还要给出{name!r}",),
    # rule books and their changes
    "not_a_value": (("{value!r}不是以{unit}计的整数", "{value!r}不是 true 或 false"),),
    "below": ("{value!r}低于 {limit} {unit}",),
    "above": ("{value!r}高于 {limit} {unit}",),
    "cites_nothing": ("没有引用条款：每条规则都要说明依据",),
    "cites_no_clause": ("引用了{value!r}，它不是 Clause",),
    "no_date": ("{value!r}不是日期",),
    "ends_before_it_begins": ("终止于 {last}，早于开始日 {first}",),
    "no_file": ("不是文件：请给出 TOML 写成的变更文件，内置规则集请写“{default}”",),
    "another_clause": ("在规则集中是另一条款：请另取一个编号",),
    "several_documents": ("有 {count} 种材料都叫这个名称：请定义所指的是哪一种",),
    "no_document": ("没有这种材料",),
    "change_cites_nothing": ("没有引用条款：每项变更都要说明依据",),
    "lists_no_documents": ("没有列出材料，因此无从增加",),
    "asks_twice_for": ("会两次要求{name!r}",),
    "gives_no_list": ("没有给出名为{name!r}的列表，无从增加",),
    "gives_twice": ("会重复给出{name!r}",),
    "removed_for_a_time": ("只能对所有日期删除；如只在一段时间内删除，请删除其中的规则",),
    "asks_another_input": ("已有另一项输入叫做{name!r}",),
    "never_in_force_within": ("在 {validity} 期间从不生效",),
    "no_words_in": ("没有语言{language!r}的文字",),
    **OF_BOOKS,
}

PHRASES: Mapping[str, str] = {
    "dialect": "数据库方言",
    # what a name may be the name of
    "clause": "条款",
    "rule": "规则",
    "rule set": "规则表",
    "requirement": "前提",
    "parameter": "参数",
    "document": "材料",
    "fact": "事实",
    "option": "选项",
    "locality": "地方规则",
    "further column": "附加列",
    "schema": "模式",
    "language": "语言",
    "classification": "分类",
    "type of insurance": "险种",
    "part of a decision": "判定结果的组成部分",
    "part of this decision": "本次判定结果的组成部分",
    "worked case": "示例案例",
    # what needs an extra
    "the command line": "命令行",
    "this command": "这个命令",
    "output on a terminal": "终端输出",
    # what the standard library says of JSON
    "Expecting value": "此处应有一个值",
    "Expecting property name enclosed in double quotes": "此处应有用双引号括起的键",
    "Expecting ':' delimiter": "此处应有冒号",
    "Expecting ',' delimiter": "此处应有逗号",
    "Illegal trailing comma before end of object": "对象末尾多了一个逗号",
    "Illegal trailing comma before end of array": "数组末尾多了一个逗号",
    "Extra data": "结束之后还有多余的内容",
    "Unterminated string starting at": "从此处开始的字符串没有结束",
    "Invalid control character at": "字符串中有控制字符",
    "Invalid \\escape": "转义写法无效",
    "Invalid \\uXXXX escape": "Unicode 转义写法无效",
    "Unexpected UTF-8 BOM (decode using utf-8-sig)": "开头有 UTF-8 字节顺序标记",
    "NaN is no JSON number": "NaN 不是 JSON 数字",
    "Infinity is no JSON number": "Infinity 不是 JSON 数字",
    "-Infinity is no JSON number": "-Infinity 不是 JSON 数字",
    "standard input": "标准输入",
    # what tomllib says of TOML
    "Cannot declare twice": "重复声明",
    "Cannot mutate immutable namespace": "不能改动已经写定的表",
    "Cannot overwrite a value": "同一个键写了两次",
    "Cannot redefine namespace": "不能重新定义表",
    "Duplicate inline table key": "行内表的键重复",
    "Escaped character is not a Unicode scalar value": "转义的字符不是 Unicode 标量值",
    "Expected '=' after a key in a key/value pair": "键的后面应有等号",
    "Expected ']' at the end of a table declaration": "表的声明应以 ] 结束",
    "Expected ']]' at the end of an array declaration": "表数组的声明应以 ]] 结束",
    "Expected newline or end of document after a statement": "语句之后应换行或结束",
    "Expected": "此处应有",
    "Found invalid character": "有无效的字符",
    "Illegal character": "有不允许的字符",
    "Invalid date or datetime": "日期或时间无效",
    "Invalid hex value": "十六进制值无效",
    "Invalid initial character for a key part": "键的首字符无效",
    "Invalid statement": "语句无效",
    "Invalid value": "值无效",
    "Unclosed array": "数组没有结束",
    "Unclosed inline table": "行内表没有结束",
    "Unescaped '\\' in a string": "字符串中的反斜杠没有转义",
    "Unterminated string": "字符串没有结束",
    # what columns of frames are read from
    "true and false (Boolean)": "真假值（Boolean）",
    "whole numbers": "整数",
    "text": "文本",
    "dates, timestamps at midnight without a time zone, or text written YYYY-MM-DD": (
        "日期、不带时区的零点时间戳，或写成 YYYY-MM-DD 的文本"
    ),
    **OF_FILES,
}
"""The Chinese for words that pieces consist of."""
