// SPDX-License-Identifier: Apache-2.0
// Data only: where the pages are published that the specs name, and what they are called.

import Contract

extension Profile {
  /// By the names under which the specs cite them. The first five are files of our own, read when the
  /// pages were as their first lines say; the published ones may have gone on.
  static let swrPages: [String: Page] = [
    "000_a8239b7b46fee1be.txt": page("0906", "获取触发器执行任务列表"),
    "001_5f1cd64cc64a2670.txt": page("1001", "获取任务列表"),
    "002_35e9cb7cf60463c9.txt": page("1308", "获取老化策略执行任务的镜像列表"),
    "003_d4fe1a037a1e99f9.txt": page("1601", "查询制品清理的任务列表 - ListGcTasks"),
    "004_beefd26005b3a4c0.txt": page(
      "1114", "Listing Images in an Execution Task of an Image Replication Policy"),
    "swr_03_0002.html": page("0002"), "swr_03_0102.html": page("0102"),
    "swr_03_0206.html": page("0206"), "swr_03_0902.html": page("0902"),
    "swr_03_1107.html": page("1107"), "swr_03_1112.html": page("1112"),
    "swr_03_1115.html": page("1115"), "swr_03_1302.html": page("1302"),
    "swr_03_1307.html": page("1307"), "swr_03_1309.html": page("1309"),
  ]

  private static func page(_ number: String, _ title: String? = nil) -> Page {
    Page(title, url: "https://support.huaweicloud.com/api-swr2/swr_03_\(number).html")
  }
}
