"""What is wrong with facts, rules, rule books and columns of one's own, in Chinese."""

from __future__ import annotations

from collections.abc import Mapping

Ways = str | tuple[str, ...]

OF_BOOKS: Mapping[str, tuple[Ways, ...]] = {
    # facts
    "words_each_once": ("需要列出可取的词，且每个词只列一次",),
    "no_word": ("{name!r}不能用作代码：请只用小写字母、数字和 _",),
    "no_kind_of_fact": ("{value!r}不是事实的类型；请用枚举或列出可取的词",),
    "required_and_default": ("是必填的，因此没有默认值：请去掉其中之一",),
    "no_default": ("默认值{value!r}不在可取的值之中；可用的有：{known}",),
    "no_as_of": ("没有必填的日期 as_of：每次判定都针对某一天",),
    "reserved_name": ("{name!r}是保留的名称：请另取一个",),
    "no_name_of_fact": ("{name!r}不能用作名称：请用字母、数字和 _，不用编程语言的保留字",),
    "kinds_differ": ("在另一套规则中是另一种类型：两者无法比较",),
    "declare_it": ("请用 fact({kind}, …) 声明",),
    "declared_twice": ("声明了两次：请另选一个路径",),
    "through_a_fact": ("路径穿过了另一项事实：请另选一个路径",),
    "no_words_of_its_own": ("没有自己的可取词，因此无从增加",),
    "may_be_already": ("原本就可以是 {known}",),
    "is_a_group": ("是一组事实：请另选一个路径",),
    # inputs, rows and documents
    "no_fact": (("没有{name!r}这个事实；您是否想写 {near}？", "没有{name!r}这个事实"),),
    "not_asked_of": ("{name} 的类型不是 {kind}，因此不能这样询问",),
    "too_many_values": ("可取的值太多，不能直接作为输入：请用 AtLeast、LongerAgoThan 或 Same",),
    "no_start": ("{value!r}不能作为时段开始的日期",),
    "starts_ascend": ("各时段需要至少一个开始日，并按先后排列",),
    "tells_nothing": ("需要一项说明材料已备妥的事实",),
    "no_flag": ("{name} 不是 true 或 false 类型",),
    "asks_the_day": ("不能询问判定日期本身：请在规则行中用 in_force_from 写明",),
    "asks_one_input": ("一项前提只能询问一项输入",),
    "asks_twice": ("两次询问{name!r}：请只写在 holds_if 中",),
    "never_in_force": ("从不生效：它的日期与条件互相排斥",),
    "no_certainty": (
        ("{value!r}不是把握程度；您是否想写 {near}？", "{value!r}不是把握程度；可用的有：{known}"),
    ),
    # rule sets
    "not_of_the_kind": ("{value!r}不是 {wanted}：请写成由它们组成的元组",),
    "no_hit_policy": (
        ("{value!r}不是命中策略；您是否想写 {near}？", "{value!r}不是命中策略；可用的有：{known}"),
    ),
    "twice_in": ("在 {rule_set} 中出现了两次",),
    "input_twice": ("同一项输入列了两次",),
    "no_window": (
        (
            "没有叫做{name!r}的期限；您是否想写 {near}？",
            "没有叫做{name!r}的期限；可用的有：{known}",
            "没有叫做{name!r}的期限",
        ),
    ),
    "compares": (("比较了{name!r}；您是否想写 {near}？", "比较了{name!r}；可用的有：{known}"),),
    "no_exception": (
        (
            "是{name!r}的例外，而那不是这里的另一条规则；您是否想写 {near}？",
            "是{name!r}的例外，而那不是这里的另一条规则；可用的有：{known}",
        ),
    ),
    "has_no_output": (
        (
            "没有{name!r}这个输出；您是否想写 {near}？",
            "没有{name!r}这个输出；可用的有：{known}",
            "没有{name!r}这个输出",
        ),
    ),
    "list_and_one": ("这里的{name!r}是列表，而在 {other} 中是单个值：请选定一种",),
    "values_not_said": ("没有写明{name!r}可取哪些值",),
    "asks_no_input": (
        (
            "询问了{name!r}，而这里没有这个输入；您是否想写 {near}？",
            "询问了{name!r}，而这里没有这个输入；可用的有：{known}",
            "询问了{name!r}，而这里没有这个输入",
        ),
    ),
    "gives_no_output": (
        (
            "给出了{name!r}，而这里没有这个输出；您是否想写 {near}？",
            "给出了{name!r}，而这里没有这个输出；可用的有：{known}",
            "给出了{name!r}，而这里没有这个输出",
        ),
    ),
    "leaves_out": ("没有给出{name!r}，而规则表声明了它：请写明，或允许它为 None",),
    "output_wanted": (
        (
            "没有{name!r}这个输出，而它是要告知的；您是否想写 {near}？",
            "没有{name!r}这个输出，而它是要告知的",
        ),
    ),
    "collects_one": ("会汇集多条规则，因此{name!r}可能没有值或有多个值：请用 UNIQUE 或 ANY",),
    "gives_no": ("没有给出{name!r}：它应是{shape}",),
    "gives_another": ("为{name!r}给出了{value!r}：它应是{shape}",),
    "adding_requires": ("带有前提，却只是对{name!r}的补充：请把前提写在那里",),
    "key_of_decisions": ("是每个判定结果都有的键：请另取一个名称",),
    "wants_beside": ("还需要一个叫做 {name} 的规则表",),
    "never_refused": ("不能被拒绝：请把条件写进规则行",),
    "collects_materials": ("只需要一种办法的材料：请不要让各行汇集",),
    "too_many_cells": ("有 {count} 个不同的单元格：请把规则表拆开",),
    "no_rule": (("没有适用的规则：{where}", "没有适用的规则"),),
    "several_rules": (("有多条规则同时适用（{rules}）：{where}", "有多条规则同时适用（{rules}）"),),
    "rules_disagree": (
        ("同时适用的规则互相矛盾（{rules}）：{where}", "同时适用的规则互相矛盾（{rules}）"),
    ),
    "days_and_months": ("对同一日期既按天又按月询问期限：数据框无法判断可能的情况",),
    "too_many_for_a_frame": (
        (
            "有 {count} 个单元格，数据框容纳不下：请把规则表拆开",
            "单元格太多，数据框容纳不下：请把规则表拆开",
        ),
    ),
    # rule books
    "parameter_twice": ("同一参数定义了两次",),
    "clauses_differ": ("有两个不同的条款用了这个编号",),
    "not_above": ("不得高于{name!r}，而那不是参数",),
    "above_another": ("{value} 高于 {limit}，即 {name} 的值",),
    "no_first_day": ("{start!r}不能作为开始生效的日期",),
    "no_values": ("没有给出值：请写明日期和自该日起的值",),
    "days_ascend": ("各个值需要写明开始日，按先后排列，第一个为 None",),
    "no_parameter": (
        ("没有这个参数；您是否想写 {near}？", "没有这个参数；可用的有：{known}", "没有这个参数"),
    ),
    "twice_in_the_book": ("在规则集中出现了两次",),
    "in_two": ("同时出现在 {one} 和 {other} 中",),
    "part_of_later": ("属于{name!r}，而那不在它之前",),
    "asks_no_parameter": (
        ("用到{name!r}，而那不是参数；您是否想写 {near}？", "用到{name!r}，而那不是参数"),
    ),
    "asks_later": ("询问{name!r}，而那不在它之前",),
    "asks_refusing": ("询问{name!r}，而那可能拒绝回答",),
    "asks_other_answers": ("向{name!r}询问它不会给出的回答",),
    # columns of frames
    "line_and_argument": ("在行中和参数中都给出了：请去掉其中之一",),
    "column_and_argument": ("作为列和参数都给出了：请去掉其中之一",),
    "no_day": ("缺失：每次判定都针对某一天；请给出参数",),
    "holds": (
        (
            "的类型是 {dtype}，而 {name} 应读自{wanted}，取值为 {known} 之一",
            "的类型是 {dtype}，而 {name} 应读自{wanted}",
        ),
    ),
    "decided_already": ("与判定结果的列同名：请改名，或去掉它以便重新判定",),
    "column_no_fact": (
        ("没有这个事实；您是否想写 {near}？", "没有这个事实；可用的有：{known}", "没有这个事实"),
    ),
    "column_nearly_fact": ("与事实 {near} 只差一点：请照此写；如果是别的内容，请另取列名",),
    "column_twice": ("出现了两次：请只保留其中一个",),
    "of_two_rule_sets": ("是两张规则表共有的结果列：请给其中一个改名",),
    "of_an_output": ("已是结果列：请给输出 {name} 另取一个名称",),
    "of_two_facts": ("会同时成为 {one} 和 {other} 的列：请给其中一个改名",),
    "further_and_output": ("既是规则表的结果列，又是所要求的附加列：请给前者改名，或不要求后者",),
    # what is written down for other languages
    "no_form": ("由 {kind} 告知，而它没有以数据说明方式：请给出其 `form`",),
    "more_than_a_list": ("以 {kind} 告知，而它不只是一个列表：无法写出",),
    "number_too_great": ("{value!r}对其他语言来说是过大的数字：最大为 {limit}",),
    "equal_here_alone": ("给出了无法写出的内容：{one} 与 {other} 在这里相等，在其他语言中则不然",),
    "not_to_be_written": (
        "给出了{value!r}，无法写出：可以写出的有词、数字、 true 和 false、列表和材料",
    ),
    "input_not_to_be_written": ("的类型是 {kind}，无法写出",),
    "below_no_months": ("低于 0 个月，无法写出",),
    "leave_decided_out": ("与判定结果的列同名：请去掉",),
}
